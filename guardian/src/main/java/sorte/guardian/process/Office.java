package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.Candidate;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.GateResult;
import sorte.guardian.Guardian;
import sorte.guardian.Judgement;
import sorte.guardian.Verdict;
import sorte.guardian.attest.Artifact;
import sorte.guardian.attest.Attest;
import sorte.guardian.attest.SigningKey;
import sorte.guardian.attest.TransparencyLog;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.guardian.repository.RepositoryOfRecord.Move;
import sorte.guardian.repository.Seeds;
import sorte.guardian.repository.UnifiedDiff;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.GuardianKey.Digest;

/// The guardian at work on one home: judges, attests, commits, and writes each of it down before it
/// answers. One request acts at a time.
final class Office implements AutoCloseable {

  /// The version of strategy-api that candidates are judged against.
  static final String API = "1";

  private static final String CHANGE = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";
  private static final long SEEDED_AT = 1_704_067_200L;

  private final Home home;
  private final InstantSource clock;
  private final SigningKey key;
  private final RepositoryOfRecord repository;
  private final Guardian guardian;
  private final Known known = new Known();
  private final TransparencyLog log;

  private Office(Home home, InstantSource clock, Guardian guardian) throws IOException {
    this.home = home;
    this.clock = clock;
    this.guardian = guardian;
    this.key = SigningKey.of(home);
    this.repository = RepositoryOfRecord.open(home.repository(), key);
    this.log = TransparencyLog.open(home, key, clock, this::restored);
  }

  /// Opens the office; at the first start seeds the repository and attests what is in service.
  static Office open(Home home, InstantSource clock, Guardian guardian) throws IOException {
    Office office = new Office(home, clock, guardian);
    try {
      office.seed();
    } catch (IOException | RuntimeException e) {
      office.close();
      throw e;
    }
    return office;
  }

  /// Takes in an entry, and puts back an attestation that a crash kept from the store.
  private void restored(TransparencyLog.Entry entry) throws IOException {
    known.take(entry);
    attested(entry.body());
  }

  private void attested(JsonNode body) throws IOException {
    JsonNode attestation = body.path("attestation");
    if (attestation.isObject()) {
      Content.write(home.storeAttestation(body.path("artifact").asText()), Json.bytes(attestation));
    }
  }

  private synchronized void seed() throws IOException {
    if (known.seeded().isPresent()) {
      String commit = known.seeded().get().path("commit").asText();
      if (repository.main().isEmpty()) {
        repository.advance(Optional.empty(), commit);
      }
      return;
    }
    SortedMap<String, String> seeds = Seeds.read();
    Candidate candidate =
        new Candidate(
            "seeds",
            Origin.PERSON,
            withoutService(seeds),
            new TreeMap<>(
                Map.of(
                    Seeds.IN_SERVICE_PATH, Optional.ofNullable(seeds.get(Seeds.IN_SERVICE_PATH)))),
            Json.MAPPER.missingNode(),
            Seeds.IN_SERVICE);
    Guardian.Judged judged = guardian.judge(candidate);
    if (!(judged.verdict() instanceof Verdict.Approved approved)) {
      throw new IOException(
          "the strategy shipped does not pass the gates here: " + judged.verdict().toJson("en"));
    }
    String commit =
        repository.commit(
            new RepositoryOfRecord.Commit(
                repository.write(seeds),
                Optional.empty(),
                "Sorte",
                Instant.ofEpochSecond(SEEDED_AT),
                "Strategies shipped with Sorte\n\nVerdict: approved\n"));
    ObjectNode body = Json.object().put("change", "seeds").put("commit", commit);
    body.put("strategy", Seeds.IN_SERVICE);
    body.set("verdict", approved.toRecord());
    attest(body, judged.dossier(), approved, candidate);
    append(Known.SEEDED, body);
    repository.advance(Optional.empty(), commit);
  }

  private static SortedMap<String, String> withoutService(SortedMap<String, String> seeds) {
    SortedMap<String, String> rest = new TreeMap<>(seeds);
    rest.remove(Seeds.IN_SERVICE_PATH);
    return rest;
  }

  /// Artefact into the store, its attestation into the entry's body.
  private void attest(
      ObjectNode body, Dossier dossier, Verdict.Approved approved, Candidate candidate)
      throws IOException {
    Artifact artifact = Artifact.of(dossier.metered());
    Content.write(home.storeArtifact(artifact.sha256()), artifact.jar());
    SortedMap<String, String> sources = new TreeMap<>();
    sources.put(dossier.path(), Digest.sha256(dossier.source().getBytes(StandardCharsets.UTF_8)));
    String simple = dossier.className().substring(dossier.className().lastIndexOf('.') + 1);
    body.put("artifact", artifact.sha256());
    body.set(
        "attestation",
        Attest.sign(
            key,
            new Attest.Subject(
                artifact.sha256(),
                sources,
                kebab(simple),
                dossier.className(),
                API,
                candidate.change()),
            approved,
            clock.instant()));
  }

  private void append(String type, ObjectNode body) throws IOException {
    TransparencyLog.Entry entry = log.append(type, body);
    known.take(entry);
    attested(entry.body());
  }

  ObjectNode main() throws IOException {
    String commit = repository.main().orElseThrow();
    ObjectNode json = Json.object().put("commit", commit);
    known
        .release(commit)
        .ifPresent(r -> json.put("artifact", r.artifact()).put("strategy", r.strategy()));
    return json;
  }

  ObjectNode tree(String commit) throws IOException {
    String at = commit.isEmpty() ? repository.main().orElseThrow() : held(commit);
    ObjectNode json = Json.object().put("commit", at);
    ObjectNode files = json.putObject("files");
    repository.tree(at).forEach(files::put);
    return json;
  }

  private String held(String commit) {
    if (!commit.matches("[0-9a-f]{40}") || !repository.holds(commit)) {
      throw DoorError.notFound(
          "no-commit", "there is no commit " + commit, "ask GET /main for the one in service");
    }
    return commit;
  }

  synchronized ObjectNode judge(JsonNode body) throws IOException {
    String change = change(body);
    String lang = body.path("lang").asText("en");
    String base = body.path("base").asText();
    String at = base.isEmpty() ? repository.main().orElseThrow() : held(base);
    SortedMap<String, Optional<String>> files = files(body);
    Origin origin = body.path("origin").asText().equals("own") ? Origin.OWN : Origin.PERSON;
    String content = Digest.sha256(Json.bytes(Json.tree(List.of(at, origin, plain(files)))));
    Optional<JsonNode> before = known.judged(change);
    if (before.isPresent() && before.get().path("content").asText().equals(content)) {
      return answer(before.get(), lang);
    }
    if (known.committed(change).isPresent()) {
      throw DoorError.conflict(
          "committed", "change " + change + " is committed", "ask for a new change");
    }
    Candidate candidate =
        new Candidate(
            change,
            origin,
            repository.tree(at),
            files,
            body.path("plan"),
            body.path("strategy").asText());
    Guardian.Judged judged = guardian.judge(candidate);
    ObjectNode own = Json.object().put("change", change).put("content", content);
    own.put("base", at).put("origin", body.path("origin").asText("person"));
    own.put("request", body.path("request").asText());
    own.set("plan", body.path("plan").isMissingNode() ? Json.object() : body.path("plan"));
    own.put("strategy", name(judged.dossier(), candidate));
    own.put("diff", UnifiedDiff.of(candidate.base(), files));
    Verdict verdict = judged.verdict();
    if (verdict instanceof Verdict.Approved approved) {
      Artifact artifact = Artifact.of(judged.dossier().metered());
      List<GateResult> gates = new ArrayList<>(approved.gates());
      if (known.barred(artifact.sha256())) {
        Finding barred = Finding.at("attest.barred", judged.dossier().path(), 0, artifact.sha256());
        gates.add(new GateResult("attest", Judgement.fail(barred), 0));
        verdict = Verdict.of(gates);
      } else {
        gates.add(new GateResult("attest", Judgement.pass(), 0));
        Verdict.Approved all = new Verdict.Approved(gates);
        verdict = all;
        own.put("tree", repository.write(candidate.tree()));
        attest(own, judged.dossier(), all, candidate);
      }
    }
    own.set("verdict", verdict.toRecord());
    append(Known.JUDGED, own);
    return answer(known.judged(change).orElseThrow(), lang);
  }

  private static String name(Dossier dossier, Candidate candidate) {
    String className = dossier.className();
    return className.isEmpty()
        ? candidate.strategy()
        : kebab(className.substring(className.lastIndexOf('.') + 1));
  }

  /// `EmaCross` is `ema-cross`.
  private static String kebab(String simple) {
    return simple
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .toLowerCase(java.util.Locale.ROOT);
  }

  ObjectNode verdict(String change, String lang) {
    return answer(
        known
            .judged(change)
            .orElseThrow(() ->
                DoorError.notFound(
                    "no-verdict", "change " + change + " was not judged", "judge it first")),
        lang);
  }

  private static ObjectNode answer(JsonNode judged, String lang) {
    ObjectNode json = Json.object();
    json.set("verdict", Verdict.ofRecord(judged.path("verdict")).toJson(lang));
    json.put("artifact", judged.path("artifact").asText());
    json.put("attestation", judged.path("attestation").isObject());
    json.put("diff", judged.path("diff").asText());
    json.put("tree", judged.path("tree").asText());
    return json.put("strategy", judged.path("strategy").asText());
  }

  synchronized ObjectNode commit(JsonNode body) throws IOException {
    String change = change(body);
    JsonNode judged = approved(change);
    String base = judged.path("base").asText();
    String made =
        repository.commit(
            new RepositoryOfRecord.Commit(
                judged.path("tree").asText(),
                Optional.of(base),
                author(body),
                time(body),
                Message.of(body, judged)));
    Optional<String> before = known.committed(change);
    if (before.isPresent()) {
      if (!before.get().equals(made)) {
        throw DoorError.conflict(
            "committed",
            "change " + change + " is committed as " + before.get(),
            "use that commit, or ask for a new change");
      }
      return Json.object().put("commit", made);
    }
    if (repository.propose(change, made) instanceof Move.Elsewhere(String other)) {
      throw DoorError.conflict(
          "candidate",
          "refs/sorte/candidates/" + change + " is at " + other,
          "make the commit with the values it was made with");
    }
    ObjectNode own = Json.object().put("change", change).put("commit", made);
    own.put("artifact", judged.path("artifact").asText());
    append(Known.COMMITTED, own.put("strategy", judged.path("strategy").asText()));
    return Json.object().put("commit", made);
  }

  synchronized ObjectNode advance(JsonNode body) throws IOException {
    String change = change(body);
    String commit =
        known
            .committed(change)
            .orElseThrow(() ->
                DoorError.conflict(
                    "not-committed", "change " + change + " has no commit", "commit it first"));
    if (known.aborted(change)) {
      throw DoorError.conflict("aborted", "change " + change + " was aborted", "ask anew");
    }
    if (repository.main().orElseThrow().equals(commit)) {
      return Json.object().put("commit", commit);
    }
    String base = known.judged(change).orElseThrow().path("base").asText();
    if (repository.advance(Optional.of(base), commit) instanceof Move.Elsewhere(String other)) {
      throw DoorError.conflict(
          "main-moved",
          "main is at " + other + ", the change starts from " + base,
          "judge the change again on the new main");
    }
    append(Known.ADVANCED, Json.object().put("change", change).put("commit", commit));
    return Json.object().put("commit", commit);
  }

  synchronized ObjectNode abort(JsonNode body) throws IOException {
    String change = change(body);
    Optional<String> commit = known.committed(change);
    if (commit.isPresent()) {
      repository.abort(change, commit.get());
    }
    if (!known.aborted(change)) {
      ObjectNode own = Json.object().put("change", change);
      own.put("commit", commit.orElse("")).put("reason", body.path("reason").asText());
      String artifact =
          known.judged(change).map(judged -> judged.path("artifact").asText()).orElse("");
      append(Known.ABORTED, own.put("artifact", artifact));
    }
    return Json.object().put("change", change).put("commit", commit.orElse(""));
  }

  ObjectNode check(JsonNode body) {
    Verdict verdict = guardian.check(Json.text(body, "path"), Json.text(body, "source"));
    return verdict.toJson(body.path("lang").asText("en"));
  }

  ObjectNode log() {
    return Json.object().put("entries", log.entries()).put("head", log.head());
  }

  private JsonNode approved(String change) {
    JsonNode judged =
        known
            .judged(change)
            .orElseThrow(() ->
                DoorError.notFound(
                    "no-verdict", "change " + change + " was not judged", "judge it first"));
    if (!judged.path("attestation").isObject()) {
      throw DoorError.conflict(
          "not-approved", "change " + change + " was not approved", "see its verdict");
    }
    return judged;
  }

  private static String change(JsonNode body) {
    JsonNode value = body.path("change");
    String change = value.isNumber() ? value.asText() : Json.text(body, "change");
    if (!change.matches(CHANGE)) {
      throw DoorError.badRequest(
          "bad-change", "a change's id is letters, digits, - and _", "send its id");
    }
    return change;
  }

  private static SortedMap<String, Optional<String>> files(JsonNode body) {
    JsonNode node = body.path("files");
    if (!node.isObject()) {
      throw DoorError.badRequest(
          "missing-files", "\"files\" must be an object of texts", "send the new texts by path");
    }
    SortedMap<String, Optional<String>> files = new TreeMap<>();
    node.properties()
        .forEach(file ->
            files.put(
                file.getKey(),
                file.getValue().isNull()
                    ? Optional.empty()
                    : Optional.of(Json.text(node, file.getKey()))));
    return files;
  }

  private static SortedMap<String, String> plain(SortedMap<String, Optional<String>> files) {
    SortedMap<String, String> plain = new TreeMap<>();
    files.forEach((path, text) -> plain.put(path, text.map(t -> "=" + t).orElse("-")));
    return plain;
  }

  private static String author(JsonNode body) {
    String name = body.path("author").asText().replaceAll("[<>\\p{Cntrl}]", " ").strip();
    return name.isEmpty() ? "owner" : name;
  }

  private static Instant time(JsonNode body) {
    JsonNode time = body.path("time");
    try {
      return time.isNumber()
          ? Instant.ofEpochMilli(time.longValue())
          : Instant.parse(Json.text(body, "time"));
    } catch (java.time.DateTimeException _) {
      throw DoorError.badRequest(
          "bad-time", "\"time\" was " + time, "send ISO-8601 UTC or epoch milliseconds");
    }
  }

  @Override
  public void close() throws IOException {
    guardian.close();
    log.close();
    repository.close();
  }
}
