package sorte.guardian.attest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.SortedMap;
import sorte.guardian.GateResult;
import sorte.guardian.Verdict;
import sorte.trading.door.Json;
import sorte.trading.release.Attestation;

/// Writes attestations, which `sorte.trading.release` verifies.
public final class Attest {
  private Attest() {}

  /// What an attestation says beside the verdict.
  ///
  /// @param sources path to SHA-256
  public record Subject(
      String artifact,
      SortedMap<String, String> sources,
      String strategy,
      String className,
      String api,
      String change) {}

  /// The signed document. Only what was approved is attested.
  public static ObjectNode sign(
      SigningKey key, Subject subject, Verdict.Approved verdict, Instant judgedAt) {
    ObjectNode payload = Json.object();
    payload.put("version", Attestation.VERSION).put("artifact", subject.artifact());
    ObjectNode sources = payload.putObject("sources");
    subject.sources().forEach(sources::put);
    payload.put("strategy", subject.strategy()).put("className", subject.className());
    payload.put("api", subject.api()).put("change", subject.change());
    payload.put("verdict", verdict.word());
    var gates = payload.putArray("gates");
    for (GateResult gate : verdict.gates()) {
      gates.addObject().put("gate", gate.gate()).put("outcome", gate.outcome().word());
    }
    payload.put("judgedAt", judgedAt.toString());
    byte[] bytes = Json.bytes(payload);
    return Json.object()
        .put("payload", Base64.getEncoder().encodeToString(bytes))
        .put("signature", Base64.getEncoder().encodeToString(key.sign(bytes)))
        .put("key", key.guardianKey().id());
  }
}
