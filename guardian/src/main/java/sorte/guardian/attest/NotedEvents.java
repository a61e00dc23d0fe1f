package sorte.guardian.attest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.journal.AppendLog;
import sorte.trading.release.GuardianKey.Digest;

/// The commander's events as the guardian's log has them by their digests, held against the
/// commander's own log: one that was altered or removed there after it was noted shows.
final class NotedEvents {
  /// The log that is noted event by event.
  private static final byte[] OF_CHANGES = ",\"log\":\"changes\",".getBytes(US_ASCII);

  private final List<byte[]> digests = new ArrayList<>();

  /// @throws LogAltered where an event was noted out of its order
  void take(EntryForm.Followed entry) {
    if (!entry.begins(OF_CHANGES)) {
      return;
    }
    JsonNode body = entry.body();
    if (body.path("seq").asLong(-1) != digests.size()) {
      throw new LogAltered(entry.n(), "it notes event " + body.path("seq") + " out of its order");
    }
    digests.add(HexFormat.of().parseHex(Json.text(body, "sha256")));
  }

  /// @throws LogAltered where the commander's log is not what was noted of it
  void hold(Path changes) throws IOException {
    long[] count = {0};
    if (!digests.isEmpty() && Files.exists(changes)) {
      AppendLog.read(
          changes,
          (n, payload) -> {
            count[0] = n + 1;
            if (n < digests.size()
                && !HexFormat.of().formatHex(digests.get((int) n)).equals(Digest.sha256(payload))) {
              throw new LogAltered(
                  "the commander's log: event " + n + " is not what the guardian noted of it");
            }
          });
    }
    if (count[0] < digests.size()) {
      throw new LogAltered(
          "the commander's log: event %d is missing, the guardian noted it".formatted(count[0]));
    }
  }
}
