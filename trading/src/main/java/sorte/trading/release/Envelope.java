package sorte.trading.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// A DSSE envelope with two signatures of the guardian, Ed25519's and ML-DSA-65's: both or nothing.
/// It has one form byte for byte, so that what differs in any byte from what was written is
/// refused.
public final class Envelope {
  private static final String VERSION = "DSSEv1";

  private Envelope() {}

  /// What opening one came to.
  public sealed interface Opening {
    /// @param payload what was signed
    record Opened(byte[] payload) implements Opening {}

    record Refused(String reason) implements Opening {}
  }

  /// What is really signed (DSSE's pre-authentication encoding).
  public static byte[] toSign(String type, byte[] payload) {
    byte[] head =
        "%s %d %s %d "
            .formatted(VERSION, type.getBytes(StandardCharsets.UTF_8).length, type, payload.length)
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.writeBytes(payload);
    return out.toByteArray();
  }

  /// The document.
  ///
  /// @param first Ed25519's signature over [#toSign]
  /// @param second ML-DSA-65's
  public static ObjectNode of(
      String type, byte[] payload, GuardianKey key, byte[] first, byte[] second) {
    Base64.Encoder base64 = Base64.getEncoder();
    ObjectNode json = Json.object().put("payloadType", type);
    json.put("payload", base64.encodeToString(payload));
    var signatures = json.putArray("signatures");
    signatures.addObject().put("keyid", key.id()).put("sig", base64.encodeToString(first));
    signatures
        .addObject()
        .put("keyid", key.secondId().orElse(""))
        .put("sig", base64.encodeToString(second));
    return json;
  }

  /// Verifies both signatures; nothing of the payload is believed before.
  public static Opening open(String type, byte[] document, GuardianKey guardian) {
    try {
      JsonNode json = Json.read(document);
      if (!json.path("payload").isTextual() && json.has("signature")) {
        return refused("cannot be read: it has no payload");
      }
      String said = Json.text(json, "payloadType");
      if (!said.equals(type)) {
        return refused("is of another type, " + said);
      }
      if (guardian.secondId().isEmpty()) {
        return refused(
            "cannot be verified: guardian.pub has no "
                + GuardianKey.SECOND
                + " key; start sorte up once");
      }
      byte[] payload = Base64.getDecoder().decode(Json.text(json, "payload"));
      byte[] first = signature(json, 0, guardian.id());
      byte[] second = signature(json, 1, guardian.secondId().get());
      if (!Arrays.equals(document, Json.bytes(of(type, payload, guardian, first, second)))) {
        return refused("is not in the form in which it was written");
      }
      byte[] content = toSign(type, payload);
      if (!guardian.signed(content, first)) {
        return refused("has an Ed25519 signature that does not match its content");
      }
      if (!guardian.signedToo(content, second)) {
        return refused("has an ML-DSA signature that does not match its content");
      }
      return new Opening.Opened(payload);
    } catch (DoorError | IllegalArgumentException e) {
      return refused("cannot be read: " + e.getMessage());
    }
  }

  private static byte[] signature(JsonNode json, int at, String trusted) {
    JsonNode one = json.path("signatures").path(at);
    String key = Json.text(one, "keyid");
    if (!key.equals(trusted)) {
      throw new IllegalArgumentException("signed by key " + key + ", this home trusts " + trusted);
    }
    return Base64.getDecoder().decode(Json.text(one, "sig"));
  }

  private static Opening refused(String reason) {
    return new Opening.Refused(reason);
  }
}
