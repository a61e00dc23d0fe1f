package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import sorte.trading.door.Door;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.door.Query;
import sorte.trading.journal.Event;
import sorte.trading.market.MarketSpec;
import sorte.trading.release.Admits;
import sorte.trading.slot.Follower;
import sorte.trading.slot.Pair;
import sorte.trading.slot.PairChain;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;

/// What the trader answers at its door. Everything that moves the engine goes through its queue.
final class TraderRoutes {

  /// The longest wait of a reader for pairs or notices.
  static final long LONGEST_WAIT_MILLIS = 60_000;

  /// The most pairs or notices in one answer.
  static final int MOST_IN_ONE_ANSWER = 5_000;

  /// The longest text of a command, in characters.
  static final int LONGEST_TEXT = 2_000;

  private final EngineQueue queue;
  private final MarketSpec market;
  private final Pacer pacer;
  private final Preparation preparation;
  private final Follower follower;
  private final Notices notices;
  private final HaltWatch halts;
  private final Callable<Object> settingsChanged;
  private final Runnable stop;
  private volatile UnderWay rollout = UnderWay.NONE;

  /// The candidate, as others than the engine see it.
  ///
  /// @param change empty where there is none
  /// @param fromBar the bar at which it was loaded
  record UnderWay(String change, long fromBar) {
    static final UnderWay NONE = new UnderWay("", -1);
  }

  TraderRoutes(
      EngineQueue queue,
      MarketSpec market,
      Pacer pacer,
      Preparation preparation,
      Follower follower,
      Notices notices,
      HaltWatch halts,
      Callable<Object> settingsChanged,
      Runnable stop) {
    this.queue = queue;
    this.market = market;
    this.pacer = pacer;
    this.preparation = preparation;
    this.follower = follower;
    this.notices = notices;
    this.halts = halts;
    this.settingsChanged = settingsChanged;
    this.stop = stop;
  }

  /// What is under way now; said by the engine's thread after each event.
  void underWay(UnderWay now) {
    rollout = now;
  }

  UnderWay underWay() {
    return rollout;
  }

  void add(Door.Routes routes) {
    routes
        .get("/status", _ -> queue.ask(this::status))
        .get("/pairs", this::pairs)
        .get("/events", this::events)
        .post("/slots/load", (_, body) -> load(body))
        .post("/slots/share", (_, body) -> withCandidate("share", body))
        .post("/promote", (_, body) -> withCandidate("promote", body))
        .post("/rollback", (_, body) -> rollback(body))
        .post("/pause", (_, body) -> act("pause", body))
        .post("/resume", (_, body) -> resume(body))
        .post("/halt", (_, body) -> act("halt", body))
        .post("/close", (_, body) -> act("close", body))
        .post("/settings", (_, _) -> settingsChanged.call())
        .post("/alive", (_, _) -> alive())
        .post("/stop", (_, _) -> stop());
  }

  private ObjectNode status(Engine current) {
    ObjectNode status = current.status();
    status.put("pace", pacer.word());
    status.set("market", market.toJson());
    return status;
  }

  private Object load(JsonNode body) throws Exception {
    String artifact = Json.text(body, "artifact");
    String slot = Json.text(body, "slot");
    if (!artifact.matches("[0-9a-f]{64}")) {
      throw DoorError.badRequest(
          "bad-artifact", "an artefact is named by its SHA-256", "send that");
    }
    if (!slot.equals("stable") && !slot.equals("canary") && !slot.equals("shadow")) {
      throw DoorError.badRequest(
          "bad-slot", "a slot is stable, canary or shadow, was " + slot, "choose one");
    }
    checked(body, "share", 0, 1);
    checked(body, "lossBudget", 0, 1);
    Admits needed = slot.equals("shadow") ? Admits.SHADOW : Admits.CAPITAL;
    return prepared("load", body, preparation.admit(artifact, -1, needed));
  }

  private static void checked(JsonNode body, String key, double min, double max) {
    JsonNode value = body.path(key);
    boolean absent = value.isMissingNode() || value.isNull();
    if (!absent && !(value.isNumber() && value.asDouble() >= min && value.asDouble() <= max)) {
      throw DoorError.badRequest(
          "bad-" + key, key + " is " + min + " to " + max + ", was " + value, "correct it");
    }
  }

  private Object prepared(String verb, JsonNode body, Preparation.Outcome outcome)
      throws Exception {
    return switch (outcome) {
      case Preparation.Outcome.Refused(String code, String reason) -> {
        String refused = Json.line(Json.object().put("refused", code + ": " + reason));
        yield queue.ask(e -> told(e, command(verb, body, refused), Optional.empty()));
      }
      case Preparation.Outcome.Ready(Prepared ready) -> {
        ObjectNode release =
            Json.object().put("strategy", ready.strategy()).put("fedFrom", ready.fedFrom());
        release.put("attested", ready.decider().release().attestation().entry());
        release.put("rollback", body.path("rollback").asBoolean());
        release.set("terms", Json.tree(ready.terms()));
        String line = Json.line(release);
        yield queue.ask(e -> told(e, command(verb, body, line), Optional.of(ready)));
      }
    };
  }

  private Object withCandidate(String verb, JsonNode body) throws Exception {
    checked(body, "share", 0, 1);
    record Needed(String artifact, long fedFrom) {}
    Object needed =
        queue.ask(e ->
            e.candidate()
                .filter(s -> s.change().equals(body.path("change").asText()))
                .filter(s -> s.decider() == null)
                .map(s -> (Object) new Needed(s.artifact(), s.fedFrom()))
                .orElse(""));
    return needed instanceof Needed(String artifact, long fedFrom)
        ? prepared(verb, body, preparation.admit(artifact, fedFrom, Admits.CAPITAL))
        : queue.ask(e -> told(e, command(verb, body, "{}"), Optional.empty()));
  }

  private Object rollback(JsonNode body) throws Exception {
    return queue.ask(e -> {
      ObjectNode answer = (ObjectNode) told(e, command("rollback", body, ""), Optional.empty());
      return answer.put("micros", e.lastMicros());
    });
  }

  private Object act(String verb, JsonNode body) throws Exception {
    return queue.ask(e -> {
      told(e, command(verb, body, ""), Optional.empty());
      return status(e);
    });
  }

  private Object resume(JsonNode body) throws Exception {
    if (halts.stands()) {
      throw DoorError.conflict(
          "halt-file", HaltWatch.BY_FILE + " keeps the trader halted", "remove it, then resume");
    }
    return act("resume", body);
  }

  /// The owner's sign for the dead man's timer.
  private Object alive() throws IOException {
    halts.alive();
    return Json.object().put("alive", true);
  }

  private static JsonNode told(Engine e, Event.Commanded command, Optional<Prepared> prepared) {
    return Json.read(e.command(command, prepared));
  }

  private Object stop() {
    return new Door.Then(Json.object().put("stopping", true), stop);
  }

  private static Event.Commanded command(String verb, JsonNode body, String release) {
    return command(Json.text(body, "commandId"), verb, body, release);
  }

  static Event.Commanded command(String id, String verb, JsonNode body, String release) {
    return new Event.Commanded(
        bounded("commandId", id),
        verb,
        bounded("change", body.path("change").asText("")),
        bounded("artifact", body.path("artifact").asText("")),
        bounded("slot", body.path("slot").asText("")),
        body.path("share").asDouble(0),
        body.path("lossBudget").asDouble(0),
        bounded("reason", body.path("reason").asText("")),
        body.path("close").asBoolean(false),
        release);
  }

  private static String bounded(String key, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw DoorError.badRequest(
          "long-" + key, key + " holds at most " + LONGEST_TEXT + " characters", "say it shorter");
    }
    return text;
  }

  private Object pairs(Query query) throws InterruptedException {
    String change = query.text("change");
    int from = (int) Math.clamp(query.number("from", 0), 0, Integer.MAX_VALUE);
    int asked = (int) Math.clamp(query.number("upTo", from), 0, Follower.MOST_PAIRS);
    if (rollout.change().equals(change)) {
      pacer.allow(rollout.fromBar() + asked);
      queue.wake();
    }
    int upTo = Math.min(asked, from + MOST_IN_ONE_ANSWER);
    Follower.Seen seen = follower.pairs(change, from, upTo, waitMillis(query));
    if (!seen.known() && !rollout.change().equals(change)) {
      throw DoorError.notFound("no-pairs", "no pairs of change " + change, "load it first");
    }
    ObjectNode answer = Json.object().put("change", change);
    ArrayNode list = answer.putArray("pairs");
    for (Pair pair : seen.pairs()) {
      list.addObject()
          .put("n", pair.n())
          .put("bar", pair.bar())
          .put("stable", pair.stable())
          .put("candidate", pair.candidate())
          .put("differs", pair.differs())
          .put("link", PairChain.written(pair.link()));
    }
    return answer.put("end", seen.end());
  }

  private Object events(Query query) throws InterruptedException {
    long from = Math.max(0, query.number("from", 0));
    var list = notices.from(from, MOST_IN_ONE_ANSWER, waitMillis(query));
    ObjectNode answer = Json.object();
    answer.set("events", Json.tree(list));
    return answer.put("next", list.isEmpty() ? from : list.getLast().seq() + 1);
  }

  private static long waitMillis(Query query) {
    return Math.clamp(query.number("waitMillis", 0), 0, LONGEST_WAIT_MILLIS);
  }
}
