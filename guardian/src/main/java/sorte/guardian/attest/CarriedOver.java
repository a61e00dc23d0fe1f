package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sorte.trading.door.Json;
import sorte.trading.release.Admits;
import sorte.trading.release.Attestation;

/// Attestations of before ADR 0088 that still are the last word on their artefact. The guardian
/// says each again with both keys, once, in an entry of its own; the old entry stays as it is.
public final class CarriedOver {
  private final Map<String, Old> byArtifact = new LinkedHashMap<>();

  /// @param entry where it stands
  public record Old(long entry, JsonNode body) {

    /// The same word in the form of today, for the entry `n`.
    public ObjectNode again(SigningKey key, long n) {
      if (!(FirstForm.either(body.path("attestation"), key.guardianKey(), entry)
          instanceof Attestation.Reading.Attested(Attestation a))) {
        throw new IllegalArgumentException("entry " + entry + " has no attestation that verifies");
      }
      byte[] payload = Base64.getDecoder().decode(Json.text(body.path("attestation"), "payload"));
      ObjectNode own = Json.object().put("change", a.change()).put("artifact", a.artifact());
      own.put("of", entry);
      own.set(
          "attestation",
          Attest.sign(
              key,
              new Attest.Subject(
                  a.artifact(),
                  a.sources(),
                  a.strategy(),
                  a.className(),
                  a.api(),
                  a.change(),
                  body.path("origin").asText("person")),
              new Attest.Grounds(new TreeMap<>(), Json.read(payload).path("gates")),
              Admits.CAPITAL,
              n,
              Instant.parse(a.judgedAt())));
      return own;
    }
  }

  public void take(TransparencyLog.Entry entry) {
    JsonNode attestation = entry.body().path("attestation");
    if (!attestation.isObject()) {
      return;
    }
    String artifact = entry.body().path("artifact").asText();
    byArtifact.remove(artifact); // the latest word counts, in the order of the last words
    if (FirstForm.is(attestation)) {
      byArtifact.put(artifact, new Old(entry.n(), entry.body()));
    }
  }

  /// In the order of their entries.
  public List<Old> old() {
    return List.copyOf(byArtifact.values());
  }
}
