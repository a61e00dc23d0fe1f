package sorte.change.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the words of a description mean: a list that is data. The longest phrase wins.
final class Vocabulary {
  /// The most words that a phrase has.
  private static final int LONGEST_PHRASE = 8;

  private final Map<String, String> codes;

  private Vocabulary(Map<String, String> codes) {
    this.codes = codes;
  }

  /// The words of a language: a code with a language behind it is of that one alone.
  static Vocabulary load(boolean portuguese) {
    Map<String, String> codes = new HashMap<>();
    for (String line : lines("words.txt")) {
      int equals = line.indexOf('=');
      String[] head = line.substring(0, equals).strip().split("@", -1);
      if (head.length > 1 && head[1].equals("pt") != portuguese) {
        continue;
      }
      String code = head[0];
      for (String phrase : line.substring(equals + 1).split(" \\| ", -1)) {
        codes.putIfAbsent(key(phrase.strip()), code);
      }
    }
    return new Vocabulary(Map.copyOf(codes));
  }

  private static final Set<String> LINES = Set.of("UPPER", "LOWER", "MIDDLE");

  private static String key(String phrase) {
    List<String> words = new ArrayList<>();
    for (Mark mark : Scanner.scan(phrase, false)) {
      words.add(mark.raw());
    }
    return String.join(" ", words);
  }

  /// The lines of a list, without remarks.
  static List<String> lines(String name) {
    try (InputStream in =
        Vocabulary.class.getResourceAsStream("/sorte/change/description/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the list " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The marks with their codes; what means nothing of its own is gone. `names` are those that the
  /// text itself has defined, by their words.
  List<Mark> coded(List<Mark> raw, Map<String, String> names) {
    List<Mark> out = new ArrayList<>();
    int i = 0;
    while (i < raw.size()) {
      i = phrase(raw, i, names, out);
    }
    return out;
  }

  /// `rsi_sma20` is an average of the RSI.
  private static final java.util.regex.Pattern JOINED =
      java.util.regex.Pattern.compile("([a-z]+)_(sma|ema|std|stddev)_?(\\d+)");

  private boolean joined(Mark raw, Map<String, String> names, List<Mark> out) {
    java.util.regex.Matcher m = JOINED.matcher(raw.raw());
    if (!raw.is("WORD") || names.containsKey(raw.raw()) || !m.matches()) {
      return false;
    }
    String of = codes.getOrDefault(m.group(1), "");
    if (of.isEmpty() || of.equals("FILL")) {
      return false;
    }
    String study = m.group(2).startsWith("std") ? "STDDEV" : codes.getOrDefault(m.group(2), "");
    out.add(new Mark(study, m.group(2), 0));
    out.add(new Mark("NUM", m.group(3), Double.parseDouble(m.group(3))));
    out.add(new Mark("OF", "of", 0));
    out.add(new Mark(of, m.group(1), 0));
    return true;
  }

  /// Whether a word means nothing to the list.
  boolean unknown(String word) {
    return !codes.containsKey(word);
  }

  private int phrase(List<Mark> raw, int from, Map<String, String> names, List<Mark> out) {
    if (joined(raw.get(from), names, out)) {
      return from + 1;
    }
    StringBuilder key = new StringBuilder();
    int end = from;
    String found = "";
    String said = "";
    for (int i = from; i < raw.size() && i - from < LONGEST_PHRASE; i++) {
      Mark mark = raw.get(i);
      boolean joins = mark.is("WORD") || i > from && mark.isAny("/", "-") || joiner(mark);
      if (!joins) {
        break;
      }
      key.append(i == from ? "" : " ").append(mark.raw());
      String name = names.get(key.toString());
      String code = name == null ? codes.get(key.toString()) : name;
      boolean line = code != null && LINES.contains(code) && names.containsValue(found);
      if (code != null) {
        found = line ? found : code; // "the Upper channel" where the text has an Upper of its own
        said = key.toString();
        end = i + 1;
      }
    }
    if (found.isEmpty()) {
      out.add(raw.get(from));
      return from + 1;
    }
    if (!found.equals("FILL")) {
      out.add(new Mark(found, said, 0));
    }
    return end;
  }

  private static boolean joiner(Mark mark) {
    return mark.isAny("&&", "||", "&");
  }
}
