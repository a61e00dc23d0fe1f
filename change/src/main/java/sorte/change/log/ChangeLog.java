package sorte.change.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sorte.trading.door.Json;
import sorte.trading.journal.AppendLog;
import sorte.trading.release.GuardianKey.Digest;

/// The log in the file, and the changes as they follow from it. What `append` returned is on the
/// disk.
public final class ChangeLog implements AutoCloseable {
  /// The format written. Every format up to it is read.
  static final int FORMAT = 1;

  private final AppendLog file;
  private final InstantSource clock;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private final Map<String, Change> changes = new LinkedHashMap<>();

  private ChangeLog(AppendLog file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /// @throws sorte.trading.journal.CorruptLog where a record before the tail is damaged
  public static ChangeLog open(Path path, InstantSource clock) throws IOException {
    AppendLog file = AppendLog.open(path);
    ChangeLog log = new ChangeLog(file, clock);
    try {
      file.read(0, (number, payload) -> log.fold(read(number, payload), payload));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
    return log;
  }

  /// Opens a new change by its request; its id is the next whole number.
  public synchronized Change begin(ChangeEvent.Requested request) {
    return append(Integer.toString(changes.size() + 1), request);
  }

  public synchronized Change append(String change, ChangeEvent event) {
    Instant at = clock.instant();
    try {
      byte[] payload = written(at, change, event);
      long seq = file.append(payload);
      fold(new Entry(seq, at, change, event), payload);
    } catch (IOException e) {
      throw new UncheckedIOException("the change log cannot be written: " + e.getMessage(), e);
    }
    notifyAll();
    return of(change).orElseThrow();
  }

  public synchronized Optional<Change> of(String id) {
    return Optional.ofNullable(changes.get(id));
  }

  /// All changes, oldest first.
  public synchronized List<Change> all() {
    return List.copyOf(changes.values());
  }

  /// The events of one change from log number `from` on; waits up to `millis` for the first.
  public synchronized List<Entry> await(String change, long from, long millis)
      throws InterruptedException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    while (true) {
      List<Entry> found = new ArrayList<>();
      for (Entry entry : of(change).map(Change::story).orElse(List.of())) {
        if (entry.seq() >= from) {
          found.add(entry);
        }
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (!found.isEmpty() || left <= 0) {
        return found;
      }
      wait(left);
    }
  }

  /// An event with the SHA-256 of its bytes in the file.
  public record Written(Entry entry, String sha256) {}

  /// At most `most` events from number `from` on.
  public synchronized List<Written> written(long from, int most) {
    List<Written> some = new ArrayList<>();
    for (int i = Math.toIntExact(from); i < entries.size() && some.size() < most; i++) {
      some.add(new Written(entries.get(i), digests.get(i)));
    }
    return some;
  }

  public synchronized long size() {
    return entries.size();
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }

  private void fold(Entry entry, byte[] payload) {
    entries.add(entry);
    digests.add(Digest.sha256(payload));
    Change known = changes.get(entry.change());
    changes.put(
        entry.change(),
        known == null ? new Change(entry.change(), List.of(entry)) : known.with(entry));
  }

  static byte[] written(Instant at, String change, ChangeEvent event) {
    ObjectNode line = Json.object();
    line.put("v", FORMAT).put("at", at.toString()).put("change", change);
    line.setAll((ObjectNode) toJson(event));
    return Json.bytes(line);
  }

  /// An event as JSON, with its `type`.
  public static JsonNode toJson(ChangeEvent event) {
    try {
      return Json.MAPPER.readTree(
          Json.MAPPER.writerFor(ChangeEvent.class).writeValueAsBytes(event));
    } catch (IOException e) {
      throw new IllegalStateException("cannot be written: " + event, e);
    }
  }

  static Entry read(long number, byte[] payload) throws IOException {
    try {
      JsonNode line = Json.MAPPER.readTree(new String(payload, StandardCharsets.UTF_8));
      int format = line.path("v").asInt();
      if (format < 1 || format > FORMAT) {
        throw new IOException(
            "event "
                + number
                + " of the change log has format "
                + format
                + "; this build reads up to "
                + FORMAT
                + ": start the newer version");
      }
      ObjectNode body = (ObjectNode) line;
      Instant at = Instant.parse(body.remove("at").asText());
      String change = body.remove("change").asText();
      body.remove("v");
      return new Entry(number, at, change, Json.MAPPER.treeToValue(body, ChangeEvent.class));
    } catch (JsonProcessingException e) {
      throw new IOException("event " + number + " of the change log: " + e.getOriginalMessage(), e);
    }
  }
}
