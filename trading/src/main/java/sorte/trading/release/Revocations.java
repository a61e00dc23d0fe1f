package sorte.trading.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// What the guardian took its word back from, signed like an attestation.
///
/// @param entries how many entries the guardian's log had when it was written: of two lists, the
///   one with more counts
/// @param revoked artefact to the entry that revoked it; an attestation that came later holds (a
///   person may ask again for what was taken back)
public record Revocations(long entries, SortedMap<String, Long> revoked) {

  /// What its envelope says it holds.
  public static final String PAYLOAD_TYPE = "application/vnd.sorte.revocations+json";

  public Revocations {
    revoked = Collections.unmodifiableSortedMap(new TreeMap<>(revoked));
    if (entries < 0) {
      throw new IllegalArgumentException("a log has no fewer than 0 entries, was " + entries);
    }
  }

  /// What reading a list came to.
  public sealed interface Reading {
    record Listed(Revocations revocations) implements Reading {}

    record Refused(String reason) implements Reading {}
  }

  public byte[] payload() {
    ObjectNode json = Json.object().put("entries", entries);
    ObjectNode rows = json.putObject("revoked");
    revoked.forEach(rows::put);
    return Json.bytes(json);
  }

  /// Reads and verifies.
  public static Reading read(byte[] document, GuardianKey guardian) {
    try {
      return switch (Envelope.open(PAYLOAD_TYPE, document, guardian)) {
        case Envelope.Opening.Refused(String reason) -> refused(reason);
        case Envelope.Opening.Opened(byte[] payload) -> listed(Json.read(payload));
      };
    } catch (DoorError | IllegalArgumentException e) {
      return refused("cannot be read: " + e.getMessage());
    }
  }

  private static Reading listed(JsonNode json) {
    SortedMap<String, Long> revoked = new TreeMap<>();
    json.path("revoked").properties().forEach(e -> revoked.put(e.getKey(), e.getValue().asLong()));
    return new Reading.Listed(new Revocations(json.path("entries").asLong(-1), revoked));
  }

  private static Reading refused(String reason) {
    return new Reading.Refused("the list of revoked releases " + reason);
  }

  /// Whether the word of this attestation was taken back.
  boolean revokes(Attestation attestation) {
    Long at = revoked.get(attestation.artifact());
    return at != null && at > attestation.entry();
  }
}
