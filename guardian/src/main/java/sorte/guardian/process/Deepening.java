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
import sorte.guardian.GateResult;
import sorte.guardian.Guardian;
import sorte.guardian.Judgement;
import sorte.guardian.Verdict;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.release.Admits;

/// The second verdict: the long gates over what the quick ones have let through, while it runs
/// beside the market. Approved, the same artefact is attested once more, for capital. What is
/// needed for it stands in the log and the repository, so that whoever dies meanwhile asks again.
final class Deepening {
  private final RepositoryOfRecord repository;
  private final Register register;
  private final Guardian guardian;

  Deepening(RepositoryOfRecord repository, Register register, Guardian guardian) {
    this.repository = repository;
    this.register = register;
    this.guardian = guardian;
  }

  /// What the long gates found, not written down yet.
  record Found(JsonNode judgement, Guardian.Judged judged) {}

  /// The answer where it is known already.
  Optional<ObjectNode> known(JsonNode judgement, String lang) {
    return register.known().deepened(judgement).map(before -> answer(before, lang));
  }

  /// Runs the long gates; this takes long, and moves nothing that anybody looks at.
  Found run(JsonNode judgement) throws IOException {
    refuseWhatIsNot(judgement);
    Candidate candidate = candidate(judgement);
    return new Found(judgement, guardian.deepen(candidate, judgement.path("artifact").asText()));
  }

  /// Writes the verdict down before it is answered. What was taken back meanwhile stays so.
  ObjectNode record(Found found, String lang) throws IOException {
    JsonNode judgement = found.judgement();
    String change = judgement.path("change").asText();
    JsonNode now = register.known().judged(change).orElseThrow();
    if (!now.path("content").equals(judgement.path("content"))) {
      throw DoorError.conflict(
          "judged-anew", "change " + change + " was judged anew meanwhile", "ask again");
    }
    refuseWhatIsNot(now);
    ObjectNode own = Json.object().put("change", change);
    own.set("content", judgement.path("content"));
    own.put("strategy", judgement.path("strategy").asText());
    Verdict verdict = found.judged().verdict();
    if (verdict instanceof Verdict.Approved approved) {
      List<GateResult> gates = new ArrayList<>(approved.gates());
      gates.add(Judging.attest(Judgement.pass()));
      own.set("verdict", new Verdict.Approved(gates).toRecord());
      List<GateResult> all = new ArrayList<>(Verdict.ofRecord(judgement.path("verdict")).gates());
      all.removeLast(); // its own attest gate: this is another word, behind more gates
      all.addAll(gates);
      register.appendAttested(
          Known.DEEPENED, own, change, found.judged().dossier(), all, Admits.CAPITAL);
    } else {
      own.put("artifact", judgement.path("artifact").asText());
      own.set("verdict", verdict.toRecord());
      register.append(Known.DEEPENED, own);
    }
    return answer(own, lang);
  }

  private void refuseWhatIsNot(JsonNode judgement) {
    String change = judgement.path("change").asText();
    if (!judgement.path("attestation").isObject()) {
      throw DoorError.conflict(
          "not-approved", "change " + change + " was not approved", "see its verdict");
    }
    if (register.known().aborted(change)) {
      throw DoorError.conflict(
          "aborted", "change " + change + " was taken back", "ask for a new change");
    }
  }

  /// The candidate as it was judged, out of the repository.
  private Candidate candidate(JsonNode judgement) throws IOException {
    SortedMap<String, String> base = repository.tree(judgement.path("base").asText());
    SortedMap<String, String> tree = repository.files(judgement.path("tree").asText());
    SortedMap<String, Optional<String>> files = new TreeMap<>();
    tree.forEach((path, text) -> {
      if (!text.equals(base.get(path))) {
        files.put(path, Optional.of(text));
      }
    });
    base.keySet().stream()
        .filter(path -> !tree.containsKey(path))
        .forEach(path -> files.put(path, Optional.empty()));
    return new Candidate(
        judgement.path("change").asText(),
        Asked.origin(judgement),
        base,
        files,
        judgement.path("plan"),
        judgement.path("strategy").asText());
  }

  private static ObjectNode answer(JsonNode deepened, String lang) {
    ObjectNode json = Json.object();
    json.set("verdict", Verdict.ofRecord(deepened.path("verdict")).toJson(lang));
    json.put("artifact", deepened.path("artifact").asText());
    return json.put("attestation", deepened.path("attestation").isObject());
  }
}
