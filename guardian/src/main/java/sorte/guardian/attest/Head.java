package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.release.GuardianKey;

/// How long the log was and the hash of its last entry, as the guardian signed it before there were
/// checkpoints (ADR 0089). Read where a log of then is carried over; written no more.
record Head(long entries, String hash) {
  private static final String DOMAIN = "sorte-guardian-head-1\n";

  boolean is(long count, String last) {
    return entries == count && hash.equals(last);
  }

  byte[] toSign() {
    return (DOMAIN + entries + "\n" + hash).getBytes(StandardCharsets.US_ASCII);
  }

  /// The head in `file`; empty where there is no file.
  ///
  /// @throws IOException when it is not one that `key` signed
  static Optional<Head> read(Path file, GuardianKey key) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = Json.read(Files.readAllBytes(file));
      Head head = new Head(json.path("entries").asLong(-1), Json.text(json, "head"));
      byte[] signature = Base64.getDecoder().decode(Json.text(json, "signature"));
      if (key.signed(head.toSign(), signature)) {
        return Optional.of(head);
      }
    } catch (DoorError | IllegalArgumentException _) {
      // what cannot be read was not signed
    }
    throw new IOException("the log's head, " + file + ", is not as it was signed");
  }
}
