package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.SortedMap;
import sorte.trading.door.Json;
import sorte.trading.release.Admits;
import sorte.trading.release.Attestation;
import sorte.trading.release.GuardianKey;
import sorte.trading.release.Revocations;

/// Writes attestations and revocations, which `sorte.trading.release` verifies.
public final class Attest {
  private Attest() {}

  /// What was judged, and for whom.
  ///
  /// @param sources path to SHA-256
  /// @param origin who wanted it
  public record Subject(
      String artifact,
      SortedMap<String, String> sources,
      String strategy,
      String className,
      String api,
      String change,
      String origin) {}

  /// What it was judged by and on.
  ///
  /// @param by what to digest, for example `data`, `gates`, `policy`
  /// @param gates each gate's name and outcome
  public record Grounds(SortedMap<String, String> by, JsonNode gates) {}

  /// The signed document. Only what was approved is attested.
  ///
  /// @param entry the entry of the log that will hold it
  public static ObjectNode sign(
      SigningKey key,
      Subject subject,
      Grounds grounds,
      Admits admits,
      long entry,
      Instant judgedAt) {
    ObjectNode statement = Json.object().put("_type", Attestation.STATEMENT);
    statement
        .putArray("subject")
        .addObject()
        .put("name", subject.strategy() + ".jar")
        .putObject("digest")
        .put("sha256", subject.artifact());
    statement.put("predicateType", Attestation.PREDICATE);
    ObjectNode predicate = statement.putObject("predicate");
    definition(predicate.putObject("buildDefinition"), subject, grounds);
    ObjectNode run = predicate.putObject("runDetails");
    run.putObject("builder").put("id", builder(key.guardianKey()));
    run.putObject("metadata")
        .put("invocationId", subject.change())
        .put("finishedOn", judgedAt.toString());
    ObjectNode verdict = predicate.putObject(Attestation.VERDICT);
    verdict.put("verdict", "approved").put("admits", admits.word()).put("entry", entry);
    verdict.set("gates", grounds.gates());
    return key.sealed(Attestation.PAYLOAD_TYPE, Json.bytes(statement));
  }

  private static void definition(ObjectNode definition, Subject subject, Grounds grounds) {
    definition.put("buildType", Attestation.BUILD_TYPE);
    definition
        .putObject("externalParameters")
        .put("change", subject.change())
        .put("origin", subject.origin())
        .put("strategy", subject.strategy())
        .put("className", subject.className())
        .put("api", subject.api());
    var dependencies = definition.putArray("resolvedDependencies");
    subject
        .sources()
        .forEach((path, digest) ->
            dependencies.addObject().put("name", path).putObject("digest").put("sha256", digest));
    grounds
        .by()
        .forEach((what, digest) ->
            dependencies
                .addObject()
                .put("uri", "urn:sorte:" + what)
                .putObject("digest")
                .put("sha256", digest));
  }

  /// The guardian, by its key.
  private static String builder(GuardianKey key) {
    return "urn:sorte:guardian:" + key.id();
  }

  /// The signed list of what the guardian took its word back from.
  public static byte[] revocations(SigningKey key, Revocations revocations) {
    return Json.bytes(key.sealed(Revocations.PAYLOAD_TYPE, revocations.payload()));
  }
}
