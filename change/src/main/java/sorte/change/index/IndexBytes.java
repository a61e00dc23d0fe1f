package sorte.change.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Readings as bytes: a table of all texts, each once, then the readings as numbers in it. The same
/// readings give the same bytes.
final class IndexBytes {
  private static final int TEXTS_MOST = 10_000_000;

  private IndexBytes() {}

  static byte[] write(Collection<Reading> readings) {
    Writer writer = new Writer();
    writer.number(readings.size());
    readings.forEach(writer::reading);
    return writer.bytes();
  }

  /// @throws IOException where these are not the bytes of an index
  static SortedMap<String, Reading> read(byte[] bytes) throws IOException {
    try {
      return new Reader(bytes).readings();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("not the bytes of an index", e);
    }
  }

  private static final class Writer {
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(body);

    byte[] bytes() {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      try (DataOutputStream head = new DataOutputStream(whole)) {
        head.writeInt(texts.size());
        for (String text : texts.keySet()) {
          byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
          head.writeInt(utf8.length);
          head.write(utf8);
        }
        body.writeTo(head);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return whole.toByteArray();
    }

    private void number(int value) {
      try {
        out.writeInt(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void text(String text) {
      Integer known = texts.get(text);
      if (known == null) {
        known = texts.size();
        texts.put(text, known);
      }
      number(known);
    }

    private void pairs(SortedMap<String, String> pairs) {
      number(pairs.size());
      pairs.forEach((key, value) -> {
        text(key);
        text(value);
      });
    }

    private void reading(Reading reading) {
      text(reading.path());
      text(reading.digest());
      text(reading.packageName());
      pairs(reading.types());
      pairs(reading.face());
      number(reading.words().size());
      reading.words().forEach(this::text);
      number(reading.declarations().size());
      reading.declarations().forEach(this::declaration);
      number(reading.uses().size());
      for (Use use : reading.uses()) {
        text(use.target());
        number(use.manner().ordinal());
        text(use.within());
        number(use.line());
      }
      Problem problem = reading.problem();
      number(problem == null ? 0 : 1);
      if (problem != null) {
        number(problem.kind().ordinal());
        number(problem.line());
        text(problem.what());
      }
    }

    private void declaration(Declaration declaration) {
      number(declaration.kind().ordinal());
      text(declaration.key());
      text(declaration.name());
      text(declaration.owner());
      text(declaration.signature());
      text(declaration.doc());
      number(declaration.role().ordinal());
      number(declaration.span().first());
      number(declaration.span().name());
      number(declaration.span().last());
      Bounds range = declaration.range();
      number(range == null ? 0 : 1);
      if (range != null) {
        text(range.unit());
        text(range.value());
        text(range.min());
        text(range.max());
      }
    }
  }

  private static final class Reader {
    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    Reader(byte[] bytes) throws IOException {
      in = new DataInputStream(new ByteArrayInputStream(bytes));
      int count = bounded(TEXTS_MOST);
      for (int i = 0; i < count; i++) {
        byte[] utf8 = in.readNBytes(bounded(bytes.length));
        texts.add(new String(utf8, java.nio.charset.StandardCharsets.UTF_8));
      }
    }

    private int bounded(int most) throws IOException {
      int number = in.readInt();
      if (number < 0 || number > most) {
        throw new IOException("not the bytes of an index: " + number);
      }
      return number;
    }

    private int count() throws IOException {
      return bounded(TEXTS_MOST);
    }

    private String text() throws IOException {
      return texts.get(in.readInt());
    }

    SortedMap<String, Reading> readings() throws IOException {
      SortedMap<String, Reading> readings = new TreeMap<>();
      int count = count();
      for (int i = 0; i < count; i++) {
        Reading reading = reading();
        readings.put(reading.path(), reading);
      }
      return readings;
    }

    private SortedMap<String, String> pairs() throws IOException {
      SortedMap<String, String> pairs = new TreeMap<>();
      int count = count();
      for (int i = 0; i < count; i++) {
        pairs.put(text(), text());
      }
      return Collections.unmodifiableSortedMap(pairs);
    }

    private Reading reading() throws IOException {
      String path = text();
      String digest = text();
      String packageName = text();
      SortedMap<String, String> types = pairs();
      SortedMap<String, String> face = pairs();
      TreeSet<String> words = new TreeSet<>();
      for (int left = count(); left > 0; left--) {
        words.add(text());
      }
      List<Declaration> declarations = new ArrayList<>();
      for (int left = count(); left > 0; left--) {
        declarations.add(declaration(path));
      }
      List<Use> uses = new ArrayList<>();
      for (int left = count(); left > 0; left--) {
        uses.add(new Use(text(), Manner.values()[in.readInt()], text(), in.readInt()));
      }
      @Nullable Problem problem =
          count() == 0
              ? null
              : new Problem(path, Problem.Kind.values()[in.readInt()], in.readInt(), text());
      return new Reading(
          path,
          digest,
          packageName,
          types,
          face,
          Collections.unmodifiableSortedSet(words),
          List.copyOf(declarations),
          List.copyOf(uses),
          problem);
    }

    private Declaration declaration(String path) throws IOException {
      return new Declaration(
          Kind.values()[in.readInt()],
          text(),
          text(),
          text(),
          text(),
          text(),
          Declaration.Role.values()[in.readInt()],
          path,
          new Declaration.Span(in.readInt(), in.readInt(), in.readInt()),
          count() == 0 ? null : new Bounds(text(), text(), text(), text()));
    }
  }
}
