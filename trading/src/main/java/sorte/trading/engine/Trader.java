package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Door;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.door.Query;
import sorte.trading.home.Config;
import sorte.trading.home.Home;
import sorte.trading.journal.Event;
import sorte.trading.journal.ForcePolicy;
import sorte.trading.journal.Journal;
import sorte.trading.market.MarketFeed;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;
import sorte.trading.money.Fill;
import sorte.trading.release.Store;
import sorte.trading.risk.Limits;
import sorte.trading.slot.BarHistory;
import sorte.trading.slot.Follower;
import sorte.trading.slot.Pair;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.SimulatedVenue;

/// The engine with its market, its follower and its door. The engine's thread is the one that calls
/// [#run]; doors hand it work through one bounded queue.
final class Trader implements AutoCloseable {

  /// How many requests may wait for the engine.
  static final int WAITING_AT_MOST = 256;

  /// How long a request waits for the engine, in seconds.
  static final int PATIENCE_SECONDS = 30;

  /// The longest wait of a reader for pairs or notices.
  static final long LONGEST_WAIT_MILLIS = 60_000;

  /// The most pairs or notices in one answer.
  static final int MOST_IN_ONE_ANSWER = 5_000;

  /// The longest text of a command, in characters.
  static final int LONGEST_TEXT = 2_000;

  private static final long FOLLOWER_REST_MILLIS = 2;

  private interface Work {
    Object on(Engine engine) throws IOException;
  }

  private record Task(Work work, CompletableFuture<Object> answer) {}

  private final Journal journal;
  private final Engine engine;
  private final Tape tape;
  private final MarketSource source;
  private final int history;
  private final MarketSpec market;
  private final Pacer pacer;
  private final Freshness freshness;
  private final InstantSource clock = InstantSource.system();
  private final Preparation preparation;
  private final Follower follower;
  private final Notices notices;
  private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private final Thread following;
  private final Thread forcing;
  private volatile @Nullable RuntimeException diskFailed;
  private final Door door;
  private volatile boolean stopping;
  private volatile long candidateFrom = -1;
  private volatile String candidate = "";

  static Trader open(Home home) throws IOException {
    MarketSpec market = MarketSpec.read(home.marketFile());
    return new Trader(home, Config.of(home), market);
  }

  private Trader(Home home, Config config, MarketSpec market) throws IOException {
    this.market = market;
    this.source = market.source();
    this.history = (int) Math.min(market.historyBars(), source.size());
    this.journal = Journal.open(home.journal());
    AccountTerms terms = begin(journal, config, market);
    ZoneId zone = ZoneId.of(terms.zone());
    Store store = new Store(home);
    BarHistory bars = new BarHistory();
    this.preparation = new Preparation(store, bars, zone, market.length());
    this.notices = new Notices();
    this.tape = new Tape(journal, config.journalForce());
    SimulatedVenue venue =
        new SimulatedVenue(
            terms.slippage(), terms.instrument().minNotional(), Behaviour.ALWAYS_FILLS);
    this.engine =
        new Engine(
            tape,
            terms,
            venue,
            bars,
            (artifact, from, upTo) -> preparation.prepare(artifact, from, upTo, false),
            notices,
            false);
    engine.replay();
    takeUp(config);
    BarHistory followed = new BarHistory();
    this.follower =
        new Follower(
            journal.read(),
            new Preparation(store, followed, zone, market.length()),
            followed,
            terms.costs(),
            terms.instrument(),
            this::alarm);
    this.freshness = new Freshness(market.timeframeMinutes());
    this.pacer =
        market.origin() instanceof MarketSpec.Live ? Pacer.live() : new Pacer(config.pace());
    this.forcing =
        Thread.ofPlatform().name("forcing").daemon().unstarted(() -> forceInBackground());
    if (config.journalForce() == ForcePolicy.BACKGROUND) {
      forcing.start();
    }
    this.following = Thread.ofPlatform().name("follower").daemon().start(this::follow);
    this.door = Door.open(home, "trader", this::routes);
  }

  private static AccountTerms begin(Journal journal, Config config, MarketSpec market)
      throws IOException {
    Optional<Event> first = journal.read().next();
    if (first.isPresent()) {
      if (first.get() instanceof Event.Opened opened) {
        return AccountTerms.of(opened.account());
      }
      throw new IOException(
          "the journal does not begin with its account; restore it from a backup");
    }
    AccountTerms terms =
        new AccountTerms(
            config.cash(),
            market.fee(),
            0,
            Fill.NEXT_OPEN,
            config.timeZone().getId(),
            false,
            market.instrument(),
            Limits.of(config));
    journal.append(new Event.Opened(terms.json()));
    journal.force();
    return terms;
  }

  private void takeUp(Config config) throws IOException {
    if (engine.bar() >= 0) {
      engine.reached(new Event.TakenUp(-1));
    }
    if (engine.edition() < Engine.EDITION) {
      String line = Json.line(Json.object().put("edition", Engine.EDITION));
      engine.command(
          command("edition-" + Engine.EDITION, "edition", Json.object(), line), Optional.empty());
    }
    Limits limits = Limits.of(config);
    if (!limits.equals(engine.limits())) {
      engine.command(
          command("limits-" + journal.size(), "limits", Json.object(), Json.line(limits)),
          Optional.empty());
    }
    if (config.flattenOnHalt() != engine.flattens()) {
      String line = Json.line(Json.object().put("flatten", config.flattenOnHalt()));
      engine.command(
          command("halt-positions-" + journal.size(), "halt-positions", Json.object(), line),
          Optional.empty());
    }
    MarketFeed feed = source.from(engine.bar() + 1);
    while (engine.bar() + 1 < history && feed.advance()) {
      engine.reached(bar(feed, false));
    }
    engine.ready();
    publish();
  }

  private static Event.BarClosed bar(MarketFeed feed, boolean live) {
    return new Event.BarClosed(
        feed.number(),
        live,
        feed.time(),
        feed.open(),
        feed.high(),
        feed.low(),
        feed.close(),
        feed.volume());
  }

  /// Decides, until told to stop.
  void run() throws IOException, InterruptedException {
    MarketFeed feed = source.from(engine.bar() + 1);
    while (!stopping) {
      RuntimeException failed = diskFailed;
      if (failed != null) {
        throw failed; // what the disk holds is unknown: only a new start finds out
      }
      long wait = nextBarIn();
      Task task =
          wait == 0 ? tasks.poll() : tasks.poll(Math.min(wait, IDLE_NANOS), TimeUnit.NANOSECONDS);
      if (task != null) {
        answer(task);
      } else if (nextBarIn() == 0) {
        next(feed);
        publish();
        if (tape.runningShort() != engine.reduceOnly()) {
          engine.reached(new Event.DiskSeen(tape.runningShort()));
        }
        tape.batchEnds();
      }
    }
  }

  private void next(MarketFeed feed) {
    if (feed.advance()) {
      seen(freshness.staleBar(feed.age(clock.millis())));
      engine.reached(bar(feed, true));
      pacer.came();
    } else if (feed.mayGoOn()) {
      pacer.none();
      seen(freshness.silent(feed.age(clock.millis())));
    } else {
      engine.reached(new Event.MarketEnded());
    }
  }

  private void seen(boolean stale) {
    if (stale != engine.stale()) {
      engine.reached(new Event.MarketSeen(stale));
    }
  }

  private static final long IDLE_NANOS = 50_000_000;

  private long nextBarIn() {
    return engine.stable().isEmpty() || engine.ended() ? Long.MAX_VALUE : pacer.until(engine.bar());
  }

  private void answer(Task task) {
    try {
      Object answer = task.work.on(engine);
      tape.batchEnds();
      publish(); // before the caller knows, since it may ask for pairs at once
      task.answer.complete(answer);
    } catch (DoorError e) {
      task.answer.completeExceptionally(e);
    } catch (IOException | RuntimeException e) {
      task.answer.completeExceptionally(e);
      throw new IllegalStateException("the engine failed: " + e.getMessage(), e);
    }
  }

  private void publish() {
    candidateFrom = engine.candidateFrom();
    candidate = engine.candidate().map(slot -> slot.change()).orElse("");
  }

  private void follow() {
    try {
      while (!stopping) {
        if (follower.step() == 0) {
          Thread.sleep(FOLLOWER_REST_MILLIS);
        }
      }
    } catch (IOException | RuntimeException e) {
      System.getLogger("sorte.trader")
          .log(System.Logger.Level.ERROR, "the follower stopped: no further pairs", e);
      alarm(new Event.FollowerFaulted(candidate, 0, "follower-stopped", String.valueOf(e)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void forceInBackground() {
    try {
      while (!stopping) {
        Thread.sleep(ForcePolicy.BACKGROUND_MILLIS);
        if (journal.forced() < journal.size()) {
          journal.force();
        }
      }
    } catch (RuntimeException e) {
      diskFailed = e;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void alarm(Event.FollowerFaulted fault) {
    Task task =
        new Task(
            engine -> {
              engine.reached(fault);
              return "";
            },
            new CompletableFuture<>());
    try {
      if (!tasks.offer(task, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the engine does not take work");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Object onEngine(Work work) throws Exception {
    Task task = new Task(work, new CompletableFuture<>());
    if (stopping || !tasks.offer(task)) {
      throw DoorError.unavailable("busy", "the trader is stopping or busy", "try again");
    }
    try {
      return task.answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DoorError d ? d : new IOException(e.getCause());
    } catch (TimeoutException _) {
      throw DoorError.unavailable(
          "busy", "the trader did not answer in time", "ask again with the same commandId");
    }
  }

  // ---- the door ----

  private void routes(Door.Routes routes) {
    routes
        .get("/status", _ -> onEngine(this::status))
        .get("/pairs", this::pairs)
        .get("/events", this::events)
        .post("/slots/load", (_, body) -> load(body))
        .post("/slots/share", (_, body) -> withCandidate("share", body))
        .post("/promote", (_, body) -> withCandidate("promote", body))
        .post("/rollback", (_, body) -> rollback(body))
        .post("/pause", (_, body) -> act("pause", body))
        .post("/resume", (_, body) -> act("resume", body))
        .post("/halt", (_, body) -> act("halt", body))
        .post("/close", (_, body) -> act("close", body))
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
    return prepared("load", body, preparation.prepare(artifact, -1, true));
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
        yield onEngine(e -> told(e, command(verb, body, refused), Optional.empty()));
      }
      case Preparation.Outcome.Ready(Prepared ready) -> {
        ObjectNode release =
            Json.object().put("strategy", ready.strategy()).put("fedFrom", ready.fedFrom());
        release.set("terms", Json.tree(ready.terms()));
        String line = Json.line(release);
        yield onEngine(e -> told(e, command(verb, body, line), Optional.of(ready)));
      }
    };
  }

  private Object withCandidate(String verb, JsonNode body) throws Exception {
    checked(body, "share", 0, 1);
    record Needed(String artifact, long fedFrom) {}
    Object needed =
        onEngine(e ->
            e.candidate()
                .filter(s -> s.change().equals(body.path("change").asText()))
                .filter(s -> s.decider() == null)
                .map(s -> (Object) new Needed(s.artifact(), s.fedFrom()))
                .orElse(""));
    return needed instanceof Needed(String artifact, long fedFrom)
        ? prepared(verb, body, preparation.prepare(artifact, fedFrom, true))
        : onEngine(e -> told(e, command(verb, body, "{}"), Optional.empty()));
  }

  private Object rollback(JsonNode body) throws Exception {
    return onEngine(e -> {
      ObjectNode answer = (ObjectNode) told(e, command("rollback", body, ""), Optional.empty());
      return answer.put("micros", e.lastMicros());
    });
  }

  private Object act(String verb, JsonNode body) throws Exception {
    return onEngine(e -> {
      told(e, command(verb, body, ""), Optional.empty());
      return status(e);
    });
  }

  private static JsonNode told(Engine e, Event.Commanded command, Optional<Prepared> prepared) {
    return Json.read(e.command(command, prepared));
  }

  private Object stop() {
    stopping = true;
    return Json.object().put("stopping", true);
  }

  private static Event.Commanded command(String verb, JsonNode body, String release) {
    return command(Json.text(body, "commandId"), verb, body, release);
  }

  private static Event.Commanded command(String id, String verb, JsonNode body, String release) {
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
    if (candidate.equals(change)) {
      pacer.allow(candidateFrom + asked);
      wake();
    }
    int upTo = Math.min(asked, from + MOST_IN_ONE_ANSWER);
    Follower.Seen seen = follower.pairs(change, from, upTo, waitMillis(query));
    if (!seen.known() && !candidate.equals(change)) {
      throw DoorError.notFound("no-pairs", "no pairs of change " + change, "load it first");
    }
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("pairs");
    for (Pair pair : seen.pairs()) {
      list.add(Json.tree(pair));
    }
    return answer.put("end", seen.end());
  }

  private void wake() {
    boolean _ = tasks.offer(new Task(_ -> "", new CompletableFuture<>())); // a full queue wakes too
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

  @Override
  public void close() {
    stopping = true;
    door.close();
    following.interrupt();
    forcing.interrupt();
    journal.close();
  }
}
