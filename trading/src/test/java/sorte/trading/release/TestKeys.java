package sorte.trading.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Map;
import java.util.TreeMap;
import sorte.trading.door.Json;

/// A guardian's two key pairs and what it signs, as tests of the trader need it.
public record TestKeys(KeyPair first, KeyPair second) {

  public static TestKeys made() {
    try {
      return new TestKeys(
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair(),
          KeyPairGenerator.getInstance(GuardianKey.SECOND).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public GuardianKey open() {
    return GuardianKey.of(first.getPublic(), second.getPublic());
  }

  /// What a statement of ours says.
  public static ObjectNode statement(
      String sha, String className, String change, Admits admits, long entry) {
    ObjectNode statement = Json.object().put("_type", Attestation.STATEMENT);
    statement.putArray("subject").addObject().putObject("digest").put("sha256", sha);
    statement.put("predicateType", Attestation.PREDICATE);
    ObjectNode predicate = statement.putObject("predicate");
    ObjectNode definition = predicate.putObject("buildDefinition");
    definition.put("buildType", Attestation.BUILD_TYPE);
    definition
        .putObject("externalParameters")
        .put("strategy", "test")
        .put("className", className)
        .put("api", "1")
        .put("change", change);
    predicate
        .putObject("runDetails")
        .putObject("metadata")
        .put("finishedOn", "2026-01-01T00:00:00Z");
    predicate
        .putObject(Attestation.VERDICT)
        .put("verdict", "approved")
        .put("admits", admits.word())
        .put("entry", entry);
    return statement;
  }

  public byte[] attestation(
      String sha, String className, String change, Admits admits, long entry) {
    return signed(
        Attestation.PAYLOAD_TYPE, Json.bytes(statement(sha, className, change, admits, entry)));
  }

  public byte[] revocations(long entries, Map<String, Long> revoked) {
    return signed(
        Revocations.PAYLOAD_TYPE, new Revocations(entries, new TreeMap<>(revoked)).payload());
  }

  public byte[] signed(String type, byte[] payload) {
    byte[] content = Envelope.toSign(type, payload);
    return Json.bytes(
        Envelope.of(
            type,
            payload,
            open(),
            signature("Ed25519", first.getPrivate(), content),
            signature(GuardianKey.SECOND, second.getPrivate(), content)));
  }

  static byte[] signature(String algorithm, PrivateKey key, byte[] content) {
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(content);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
