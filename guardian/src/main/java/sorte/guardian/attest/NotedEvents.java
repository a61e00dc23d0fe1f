package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import sorte.trading.door.Json;
import sorte.trading.journal.AppendLog;
import sorte.trading.release.GuardianKey.Digest;

/// The commander's events as the guardian's log has them by their digests, held against the
/// commander's own log: one that was altered or removed there after it was noted shows.
final class NotedEvents {
  /// The log that is noted event by event.
  static final String CHANGES = "changes";

  private final TreeMap<Long, String> digests = new TreeMap<>();

  void take(JsonNode body) {
    if (body.path("log").asText().equals(CHANGES)) {
      digests.put(body.path("seq").asLong(), Json.text(body, "sha256"));
    }
  }

  /// @throws LogAltered where the commander's log is not what was noted of it
  void hold(Path changes) throws IOException {
    if (digests.isEmpty()) {
      return;
    }
    long[] count = {0};
    if (Files.exists(changes)) {
      AppendLog.read(
          changes,
          (n, payload) -> {
            String noted = digests.get(n);
            if (noted != null && !noted.equals(Digest.sha256(payload))) {
              throw new LogAltered(
                  "the commander's log: event " + n + " is not what the guardian noted of it");
            }
            count[0] = n + 1;
          });
    }
    if (digests.lastKey() >= count[0]) {
      throw new LogAltered(
          "the commander's log: event %d is missing, the guardian noted it".formatted(count[0]));
    }
  }
}
