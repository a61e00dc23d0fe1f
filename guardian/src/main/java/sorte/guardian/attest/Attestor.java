package sorte.guardian.attest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.release.Attestation;

/// Signs what was approved, in the form that `sorte.trading.release.Attestation` verifies.
public final class Attestor {
  private final SigningKey key;

  public Attestor(SigningKey key) {
    this.key = key;
  }

  /// The attestation's bytes. The same content gives the same bytes.
  ///
  /// @param gates the gates that were passed, by name
  public byte[] attest(Attestation subject, List<String> gates) {
    ObjectNode payload =
        Json.object().put("version", Attestation.VERSION).put("artifact", subject.artifact());
    ObjectNode sources = payload.putObject("sources");
    subject.sources().forEach(sources::put);
    payload
        .put("strategy", subject.strategy())
        .put("className", subject.className())
        .put("api", subject.api())
        .put("change", subject.change())
        .put("verdict", "approved");
    ArrayNode names = payload.putArray("gates");
    gates.forEach(names::add);
    payload.put("judgedAt", subject.judgedAt());
    byte[] content = Json.bytes(payload);
    Base64.Encoder base64 = Base64.getEncoder();
    return Json.bytes(
        Json.object()
            .put("payload", base64.encodeToString(content))
            .put("signature", base64.encodeToString(key.sign(content)))
            .put("key", key.id()));
  }
}
