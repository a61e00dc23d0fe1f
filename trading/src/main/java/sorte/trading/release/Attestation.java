package sorte.trading.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// What the guardian said about one artefact: that it was judged and approved. Its subject is the
/// content, so that it holds wherever the content is.
///
/// @param artifact SHA-256 of the artefact
/// @param sources path to SHA-256 of each source file
/// @param strategy the strategy's name, for example `ema-cross`
/// @param className the class that is the strategy
/// @param api the version of strategy-api it was judged against
/// @param change the change it was judged for
public record Attestation(
    String artifact,
    SortedMap<String, String> sources,
    String strategy,
    String className,
    String api,
    String change,
    String judgedAt) {

  /// The version of the payload that this build reads.
  public static final int VERSION = 1;

  public Attestation {
    sources = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    if (!artifact.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("an artefact is named by its SHA-256, was " + artifact);
    }
    if (!className.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*")) {
      throw new IllegalArgumentException("not the name of a class: " + className);
    }
  }

  /// What reading an attestation came to.
  public sealed interface Reading {
    record Attested(Attestation attestation) implements Reading {}

    record Refused(String reason) implements Reading {}
  }

  /// Reads and verifies: the signature first, and nothing is believed before it.
  public static Reading read(byte[] json, GuardianKey guardian) {
    try {
      JsonNode envelope = Json.read(json);
      byte[] payload = Base64.getDecoder().decode(Json.text(envelope, "payload"));
      byte[] signature = Base64.getDecoder().decode(Json.text(envelope, "signature"));
      String key = Json.text(envelope, "key");
      if (!key.equals(guardian.id())) {
        return refused("signed by key " + key + ", this home trusts " + guardian.id());
      }
      if (!guardian.signed(payload, signature)) {
        return refused("the signature does not match its content");
      }
      return body(Json.read(payload));
    } catch (DoorError | IllegalArgumentException e) {
      return refused("cannot be read: " + e.getMessage());
    }
  }

  private static Reading body(JsonNode body) {
    int version = body.path("version").asInt(-1);
    if (version != VERSION) {
      return refused("has version " + version + ", this build reads " + VERSION);
    }
    String verdict = Json.text(body, "verdict");
    if (!verdict.equals("approved")) {
      return refused("its verdict is " + verdict + ", not approved");
    }
    SortedMap<String, String> sources = new TreeMap<>();
    body.path("sources").properties().forEach(e -> sources.put(e.getKey(), e.getValue().asText()));
    return new Reading.Attested(
        new Attestation(
            Json.text(body, "artifact"),
            sources,
            Json.text(body, "strategy"),
            Json.text(body, "className"),
            body.path("api").asText(),
            Json.text(body, "change"),
            body.path("judgedAt").asText()));
  }

  private static Reading refused(String reason) {
    return new Reading.Refused("the attestation " + reason);
  }
}
