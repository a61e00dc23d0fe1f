package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.Dossier;
import sorte.guardian.GateResult;
import sorte.guardian.attest.Artifact;
import sorte.guardian.attest.Attest;
import sorte.guardian.attest.CarriedOver;
import sorte.guardian.attest.Revoked;
import sorte.guardian.attest.SigningKey;
import sorte.guardian.attest.TransparencyLog;
import sorte.guardian.attest.WholeFile;
import sorte.guardian.child.GateCode;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.Admits;
import sorte.trading.release.GuardianKey.Digest;

/// What is written down: the log, the fold over it, and the store of artefacts, attestations and
/// revocations.
final class Register implements AutoCloseable {

  /// The version of strategy-api that candidates are judged against.
  static final String API = "1";

  private final Home home;
  private final InstantSource clock;
  private final SigningKey key;
  private final Known known = new Known();
  private final Revoked revoked = new Revoked();
  private final SortedMap<String, String> code;
  private final TransparencyLog log;

  /// @param witnesses a folder outside the home where a copy of the log's checkpoints is kept
  Register(Home home, InstantSource clock, SigningKey key, Optional<Path> witnesses)
      throws IOException {
    this.home = home;
    this.clock = clock;
    this.key = key;
    this.code = GateCode.digests();
    CarriedOver before = new CarriedOver();
    this.log =
        TransparencyLog.open(
            home,
            key,
            clock,
            witnesses,
            entry -> {
              restored(entry);
              before.take(entry);
            });
    try {
      for (CarriedOver.Old old : before.old()) {
        append(Known.REATTESTED, old.again(key, log.entries()));
      }
      writeRevocations();
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /// Takes in an entry, and puts back an attestation that a crash kept from the store.
  private void restored(TransparencyLog.Entry entry) throws IOException {
    known.take(entry);
    revoked.take(entry.n(), entry.type(), entry.body());
    attested(entry.body());
  }

  private void attested(JsonNode body) throws IOException {
    JsonNode attestation = body.path("attestation");
    if (attestation.isObject()) {
      WholeFile.write(
          home.storeAttestation(body.path("artifact").asText()), Json.bytes(attestation));
    }
  }

  private void writeRevocations() throws IOException {
    WholeFile.write(home.storeRevocations(), Attest.revocations(key, revoked.list(log.entries())));
  }

  Known known() {
    return known;
  }

  /// Forced to the disk before it returns.
  synchronized void append(String type, ObjectNode body) throws IOException {
    TransparencyLog.Entry entry = log.append(type, body);
    known.take(entry);
    attested(entry.body());
    if (revoked.take(entry.n(), type, entry.body())) {
      writeRevocations();
    }
  }

  ObjectNode head() {
    return Json.object().put("entries", log.entries()).put("head", log.head());
  }

  /// How near to money what passed the quick gates may come at once: what was admitted to capital
  /// before, and was not taken back since, is the same to the byte.
  synchronized Admits atOnce(String artifact) {
    long admitted = known.toCapital(artifact);
    return admitted >= 0 && revoked.at(artifact) < admitted ? Admits.CAPITAL : Admits.SHADOW;
  }

  /// Artefact into the store, its attestation into the entry's body, and the entry into the log.
  ///
  /// @param gates all that it passed
  synchronized void appendAttested(
      String type,
      ObjectNode body,
      String change,
      Dossier dossier,
      List<GateResult> gates,
      Admits admits)
      throws IOException {
    Artifact artifact = Artifact.of(dossier.metered());
    WholeFile.write(home.storeArtifact(artifact.sha256()), artifact.jar());
    SortedMap<String, String> sources = new TreeMap<>();
    sources.put(dossier.path(), Digest.sha256(dossier.source().getBytes(StandardCharsets.UTF_8)));
    SortedMap<String, String> by = new TreeMap<>(code);
    by.put("data", dossier.data());
    body.put("artifact", artifact.sha256()).put("admits", admits.word());
    body.set(
        "attestation",
        Attest.sign(
            key,
            new Attest.Subject(
                artifact.sha256(),
                sources,
                name(dossier),
                dossier.className(),
                API,
                change,
                Asked.word(dossier.candidate().origin())),
            new Attest.Grounds(by, outcomes(gates)),
            admits,
            log.entries(),
            clock.instant()));
    append(type, body);
  }

  private static ArrayNode outcomes(List<GateResult> gates) {
    ArrayNode outcomes = Json.MAPPER.createArrayNode();
    for (GateResult gate : gates) {
      outcomes.addObject().put("gate", gate.gate()).put("outcome", gate.outcome().word());
    }
    return outcomes;
  }

  /// The strategy's name by its class: `EmaCross` is `ema-cross`.
  static String name(Dossier dossier) {
    String className = dossier.className();
    return className
        .substring(className.lastIndexOf('.') + 1)
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
