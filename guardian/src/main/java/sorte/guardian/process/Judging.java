package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.Candidate;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Finding;
import sorte.guardian.GateResult;
import sorte.guardian.Guardian;
import sorte.guardian.Judgement;
import sorte.guardian.Verdict;
import sorte.guardian.attest.Artifact;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.guardian.repository.UnifiedDiff;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.release.Admits;
import sorte.trading.release.GuardianKey.Digest;

/// Judges changes and remembers what it said: the verdict is in the log before it is answered.
final class Judging {
  private final RepositoryOfRecord repository;
  private final Register register;
  private final Guardian guardian;

  Judging(RepositoryOfRecord repository, Register register, Guardian guardian) {
    this.repository = repository;
    this.register = register;
    this.guardian = guardian;
  }

  /// @param base a commit of the repository
  ObjectNode judge(JsonNode body, String base) throws IOException {
    String change = Asked.change(body);
    String lang = body.path("lang").asText("en");
    SortedMap<String, Optional<String>> files = Asked.files(body);
    Origin origin = Asked.origin(body);
    String content = Digest.sha256(Json.bytes(Json.tree(List.of(base, origin, plain(files)))));
    Optional<JsonNode> before = register.known().judged(change);
    if (before.isPresent() && before.get().path("content").asText().equals(content)) {
      return answer(before.get(), lang);
    }
    refuseWhatIsOver(change);
    Candidate candidate =
        new Candidate(
            change,
            origin,
            repository.tree(base),
            files,
            body.path("plan"),
            body.path("strategy").asText());
    Guardian.Judged judged = guardian.judge(candidate, register.known().attempts());
    ObjectNode own = Json.object().put("change", change).put("content", content);
    own.put("base", base).put("origin", Asked.word(origin));
    own.put("request", body.path("request").asText());
    own.set("plan", body.path("plan").isMissingNode() ? Json.object() : body.path("plan"));
    own.put(
        "strategy",
        judged.dossier().className().isEmpty()
            ? candidate.strategy()
            : Register.name(judged.dossier()));
    own.put("diff", UnifiedDiff.of(candidate.base(), files));
    judged.dossier().attempt().ifPresent(attempt -> own.set("attempt", attempt.toJson()));
    Verdict verdict = barred(candidate, judged);
    if (verdict instanceof Verdict.Approved approved) {
      verdict = attestable(candidate, judged, approved);
    }
    own.set("verdict", verdict.toRecord());
    if (verdict instanceof Verdict.Approved approved) {
      own.put("tree", repository.write(candidate.tree()));
      Admits admits = register.atOnce(Artifact.of(judged.dossier().metered()).sha256());
      register.appendAttested(
          Known.JUDGED, own, change, judged.dossier(), approved.gates(), admits);
    } else {
      register.append(Known.JUDGED, own);
    }
    return answer(own, lang);
  }

  private void refuseWhatIsOver(String change) {
    if (register.known().committed(change).isPresent()) {
      throw DoorError.conflict(
          "committed", "change " + change + " is committed", "ask for a new change");
    }
    if (register.known().aborted(change)) {
      throw DoorError.conflict(
          "aborted", "change " + change + " was taken back", "ask for a new change");
    }
  }

  /// What was taken back before is barred to Sorte itself, whatever the gates said.
  private Verdict barred(Candidate candidate, Guardian.Judged judged) throws IOException {
    Optional<Known.TakenBack> before =
        candidate.origin() == Origin.OWN && !judged.dossier().metered().isEmpty()
            ? register.known().takenBack(Artifact.of(judged.dossier().metered()).sha256())
            : Optional.empty();
    if (before.isEmpty()) {
      return judged.verdict();
    }
    List<GateResult> gates = new ArrayList<>(judged.verdict().gates());
    String path = judged.dossier().path();
    gates.add(attest(Judgement.fail(taken("attest.barred", path, before.get()))));
    return Verdict.of(gates);
  }

  /// The last gate. Who asks for what was taken back before is told.
  private Verdict attestable(
      Candidate candidate, Guardian.Judged judged, Verdict.Approved approved) {
    String artifact = Artifact.of(judged.dossier().metered()).sha256();
    String path = judged.dossier().path();
    Optional<Known.TakenBack> before = register.known().takenBack(artifact);
    List<GateResult> gates = new ArrayList<>(approved.gates());
    gates.add(
        attest(
            before
                .map(known -> Judgement.pass(List.of(taken("attest.before", path, known))))
                .orElseGet(Judgement::pass)));
    return new Verdict.Approved(gates);
  }

  static GateResult attest(Judgement judgement) {
    return new GateResult("attest", judgement, 0);
  }

  private static Finding taken(String rule, String path, Known.TakenBack before) {
    String reason = before.reason().isEmpty() ? "-" : before.reason();
    return Finding.at(rule, path, 0, before.change(), reason);
  }

  ObjectNode verdict(String change, String lang) {
    return answer(judged(change), lang);
  }

  JsonNode judged(String change) {
    return register
        .known()
        .judged(change)
        .orElseThrow(() ->
            DoorError.notFound(
                "no-verdict", "change " + change + " was not judged", "judge it first"));
  }

  ObjectNode check(JsonNode body) {
    Verdict verdict = guardian.check(Json.text(body, "path"), Json.text(body, "source"));
    return verdict.toJson(body.path("lang").asText("en"));
  }

  private static ObjectNode answer(JsonNode judged, String lang) {
    ObjectNode json = Json.object();
    json.set("verdict", Verdict.ofRecord(judged.path("verdict")).toJson(lang));
    json.put("artifact", judged.path("artifact").asText());
    boolean attested = judged.path("attestation").isObject();
    json.put("attestation", attested);
    json.put("admits", !attested ? "" : Known.admits(judged).word());
    json.put("diff", judged.path("diff").asText());
    json.put("tree", judged.path("tree").asText());
    return json.put("strategy", judged.path("strategy").asText());
  }

  private static SortedMap<String, String> plain(SortedMap<String, Optional<String>> files) {
    SortedMap<String, String> plain = new TreeMap<>();
    files.forEach((path, text) -> plain.put(path, text.map(t -> "=" + t).orElse("-")));
    return plain;
  }
}
