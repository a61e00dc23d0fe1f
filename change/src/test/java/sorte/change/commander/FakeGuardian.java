package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import sorte.trading.door.Door;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// A guardian's door over real HTTP that keeps verdicts, candidates and `main`, and runs no gate.
final class FakeGuardian {
  static final String PATH = "strategies/src/main/java/sorte/strategies/EmaCross.java";

  final Map<String, ObjectNode> verdicts = new LinkedHashMap<>();
  final Map<String, ObjectNode> trees = new LinkedHashMap<>();
  final Map<String, String> candidates = new LinkedHashMap<>();
  final Map<String, String> origins = new LinkedHashMap<>();
  final Set<String> aborted = new LinkedHashSet<>();
  final Map<String, String> artifacts = new LinkedHashMap<>();
  final ObjectNode next = Json.object().put("changes", 0).put("trader", 0);
  final List<JsonNode> noted = new ArrayList<>();
  String main = "c0";
  boolean approves = true;

  /// What the first verdict admits to; empty where it does not say, as before there were two.
  String admits = "shadow";

  /// What the long gates say: `approved`, `rejected` or `inconclusive`.
  volatile String second = "approved";

  /// Whether they are still at work: whoever asks waits, up to [#HELD_MILLIS].
  volatile boolean atWork;

  static final long HELD_MILLIS = 30_000;
  final AtomicInteger deepened = new AtomicInteger();
  boolean forgets;
  int judged;

  FakeGuardian() {
    trees.put("c0", Json.object().put(PATH, "class EmaCross {}"));
    artifacts.put("c0", "a".repeat(64));
  }

  void configure(Door.Routes routes) {
    routes
        .get("/main", _ -> locked(this::main))
        .get("/tree", query -> locked(() -> tree(query.text("commit"))))
        .post("/judge", (_, body) -> locked(() -> judge(body)))
        .get("/verdict", query -> locked(() -> verdict(query.text("change"))))
        .get("/log", _ -> locked(() -> Json.object().set("next", next)))
        .post("/note", (_, body) -> locked(() -> note(body)))
        .post("/deepen", (_, body) -> deepen(Json.text(body, "change")))
        .post("/commit", (_, body) -> locked(() -> commit(Json.text(body, "change"))))
        .post("/advance", (_, body) -> locked(() -> advance(Json.text(body, "change"))))
        .post("/revert", (_, body) -> locked(() -> revert(Json.text(body, "change"))))
        .post("/abort", (_, body) -> locked(() -> abort(Json.text(body, "change"))));
  }

  private interface Doing {
    ObjectNode done();
  }

  private synchronized ObjectNode locked(Doing doing) {
    return doing.done();
  }

  private ObjectNode main() {
    return Json.object()
        .put("commit", main)
        .put("artifact", artifacts.get(main))
        .put("strategy", "ema-cross");
  }

  private ObjectNode tree(String commit) {
    ObjectNode json = Json.object().put("commit", commit);
    json.set("files", trees.get(commit));
    return json;
  }

  private ObjectNode judge(JsonNode body) {
    judged++;
    String change = Json.text(body, "change");
    origins.put(change, Json.text(body, "origin"));
    ObjectNode files = trees.get(Json.text(body, "base")).deepCopy();
    files.setAll((ObjectNode) body.path("files"));
    String artifact = Patch.digest(files);
    ObjectNode answer =
        Json.object().put("artifact", artifact).put("attestation", approves).put("diff", "+1");
    if (approves && !admits.isEmpty()) {
      answer.put("admits", admits);
    }
    answer
        .putObject("verdict")
        .put("verdict", approves ? "approved" : "rejected")
        .put("accepted", approves);
    answer.set("files", files);
    answer.put("base", Json.text(body, "base"));
    verdicts.put(change, answer);
    return answer;
  }

  /// Not locked: others are answered meanwhile.
  private ObjectNode deepen(String change) {
    deepened.incrementAndGet();
    for (long waited = 0; atWork && waited < HELD_MILLIS; waited += 10) {
      Stage.pause();
    }
    boolean yes = second.equals("approved");
    ObjectNode answer = Json.object().put("artifact", change).put("attestation", yes);
    ObjectNode verdict = answer.putObject("verdict").put("verdict", second).put("accepted", yes);
    ObjectNode gate = verdict.putArray("gates").addObject().put("gate", "determinism");
    gate.put("outcome", yes ? "pass" : second.equals("rejected") ? "fail" : "inconclusive");
    gate.put("millis", 1).putArray("findings").addObject().put("what", "it decides otherwise");
    return answer;
  }

  private ObjectNode verdict(String change) {
    ObjectNode known = forgets ? null : verdicts.get(change);
    if (known == null) {
      throw DoorError.notFound("no-verdict", "no verdict on " + change, "judge it");
    }
    return known;
  }

  private ObjectNode commit(String change) {
    ObjectNode judgement = verdicts.get(change);
    String commit = "c" + judgement.path("artifact").asText().substring(0, 8);
    trees.put(commit, (ObjectNode) judgement.path("files"));
    artifacts.put(commit, judgement.path("artifact").asText());
    candidates.put(change, commit);
    return Json.object().put("commit", commit);
  }

  private ObjectNode advance(String change) {
    main = candidates.get(change);
    return Json.object().put("commit", main);
  }

  private ObjectNode revert(String change) {
    String base = Json.text(verdicts.get(change), "base");
    if (main.equals(candidates.get(change))) {
      main = "r" + change;
      trees.put(main, trees.get(base));
      artifacts.put(main, artifacts.get(base));
    }
    return Json.object().put("commit", "r" + change).put("artifact", artifacts.get(base));
  }

  private ObjectNode note(JsonNode body) {
    String log = Json.text(body, "log");
    for (JsonNode event : body.path("events")) {
      if (event.path("seq").asLong() >= next.path(log).asLong()) {
        next.put(log, event.path("seq").asLong() + 1);
        noted.add(event);
      }
    }
    return Json.object();
  }

  private ObjectNode abort(String change) {
    aborted.add(change);
    return Json.object().put("change", change);
  }
}
