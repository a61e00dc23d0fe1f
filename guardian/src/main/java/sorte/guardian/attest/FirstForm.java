package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.release.Admits;
import sorte.trading.release.Attestation;
import sorte.trading.release.GuardianKey;

/// Attestations of before ADR 0088, with one signature, as old entries of the log hold them. The
/// trader loads none of them: the guardian says them again at its first start, in the form of
/// today.
final class FirstForm {
  private static final int VERSION = 1;

  private FirstForm() {}

  static boolean is(JsonNode document) {
    return document.has("signature");
  }

  /// An attestation of either form.
  ///
  /// @param entry in which it stands
  static Attestation.Reading either(JsonNode document, GuardianKey guardian, long entry) {
    return is(document)
        ? read(document, guardian, entry)
        : Attestation.read(Json.bytes(document), guardian);
  }

  private static Attestation.Reading read(JsonNode document, GuardianKey guardian, long entry) {
    try {
      byte[] payload = Base64.getDecoder().decode(Json.text(document, "payload"));
      byte[] signature = Base64.getDecoder().decode(Json.text(document, "signature"));
      String key = Json.text(document, "key");
      if (!key.equals(guardian.id())) {
        return refused("is signed by key " + key + ", this home trusts " + guardian.id());
      }
      if (!guardian.signed(payload, signature)) {
        return refused("has a signature that does not match its content");
      }
      return body(Json.read(payload), entry);
    } catch (DoorError | IllegalArgumentException e) {
      return refused("cannot be read: " + e.getMessage());
    }
  }

  private static Attestation.Reading body(JsonNode body, long entry) {
    if (body.path("version").asInt(-1) != VERSION) {
      return refused("has version " + body.path("version").asText() + ", not " + VERSION);
    }
    String verdict = Json.text(body, "verdict");
    if (!verdict.equals("approved")) {
      return refused("has the verdict " + verdict + ", not approved");
    }
    SortedMap<String, String> sources = new TreeMap<>();
    body.path("sources").properties().forEach(e -> sources.put(e.getKey(), e.getValue().asText()));
    return new Attestation.Reading.Attested(
        new Attestation(
            Json.text(body, "artifact"),
            sources,
            Json.text(body, "strategy"),
            Json.text(body, "className"),
            body.path("api").asText(),
            Json.text(body, "change"),
            body.path("judgedAt").asText(),
            Admits.CAPITAL,
            entry));
  }

  private static Attestation.Reading refused(String reason) {
    return new Attestation.Reading.Refused("the attestation " + reason);
  }
}
