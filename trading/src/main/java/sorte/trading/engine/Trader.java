package sorte.trading.engine;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Door;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
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
import sorte.trading.slot.Preparation;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.SimulatedVenue;

/// The engine with its market, its follower and its door. The engine's thread is the one that calls
/// [#run]; doors hand it work through one bounded queue.
final class Trader implements AutoCloseable {

  private static final long FOLLOWER_REST_MILLIS = 2;

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
  private final EngineQueue queue = new EngineQueue();
  private final TraderRoutes routes;
  private final HaltWatch halts;
  private final Thread following;
  private final Thread forcing;
  private volatile @Nullable RuntimeException diskFailed;
  private final Door door;
  private volatile boolean stopping;

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
    BarHistory followed = new BarHistory();
    this.follower =
        new Follower(
            journal.read(),
            new Preparation(store, followed, zone, market.length()),
            followed,
            terms.costs(),
            terms.instrument(),
            queue::tell);
    this.freshness = new Freshness(market.timeframeMinutes());
    this.pacer =
        market.origin() instanceof MarketSpec.Live ? Pacer.live() : new Pacer(config.pace());
    this.halts =
        new HaltWatch(
            home.haltFile(),
            Heartbeat.of(home.heartbeat(), config.deadManHours(), clock, System::nanoTime),
            queue::wake);
    this.routes =
        new TraderRoutes(
            queue,
            market,
            pacer,
            preparation,
            follower,
            notices,
            halts,
            () -> settingsChanged(home),
            this::stop);
    takeUp(config);
    halts.listen();
    this.forcing =
        Thread.ofPlatform().name("forcing").daemon().unstarted(() -> forceInBackground());
    if (config.journalForce() == ForcePolicy.BACKGROUND) {
      forcing.start();
    }
    this.following = Thread.ofPlatform().name("follower").daemon().start(this::follow);
    this.door = Door.open(home, "trader", routes::add);
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
          TraderRoutes.command("edition-" + Engine.EDITION, "edition", Json.object(), line),
          Optional.empty());
    }
    settle(engine, config);
    MarketFeed feed = source.from(engine.bar() + 1);
    while (engine.bar() + 1 < history && feed.advance()) {
      engine.reached(bar(feed, false));
    }
    engine.ready();
    haltWhereTold();
    publish();
  }

  /// Has the engine go by these settings from here on, as far as they are others than before.
  private void settle(Engine current, Config config) {
    Limits limits = Limits.of(config);
    if (!limits.equals(current.limits())) {
      current.command(
          TraderRoutes.command(
              "limits-" + journal.size(), "limits", Json.object(), Json.line(limits)),
          Optional.empty());
    }
    if (config.flattenOnHalt() != current.flattens()) {
      String line = Json.line(Json.object().put("flatten", config.flattenOnHalt()));
      current.command(
          TraderRoutes.command(
              "halt-positions-" + journal.size(), "halt-positions", Json.object(), line),
          Optional.empty());
    }
    halts.silenceAtMost(config.deadManHours());
  }

  /// The owner's settings are others now. They are read where they lie: nobody who knocks says what
  /// they are.
  private Object settingsChanged(Home home) throws Exception {
    Config config = Config.of(home);
    return queue.ask(e -> {
      settle(e, config);
      return Json.object().put("heard", true);
    });
  }

  /// Ahead of all that waits: a halt stands in no queue.
  private void haltWhereTold() {
    String why = halts.taken();
    if (why != null) {
      engine.command(
          TraderRoutes.command(
              "halt-" + journal.size(), "halt-because", Json.object().put("reason", why), ""),
          Optional.empty());
      tape.batchEnds();
    }
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
      EngineQueue.Task task = queue.next(Math.min(wait, IDLE_NANOS));
      haltWhereTold();
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

  private void answer(EngineQueue.Task task) {
    try {
      Object answer = task.work().on(engine);
      tape.batchEnds();
      publish(); // before the caller knows, since it may ask for pairs at once
      task.answer().complete(answer);
    } catch (DoorError e) {
      task.answer().completeExceptionally(e);
    } catch (IOException | RuntimeException e) {
      task.answer().completeExceptionally(e);
      throw new IllegalStateException("the engine failed: " + e.getMessage(), e);
    }
  }

  private void publish() {
    routes.underWay(
        engine
            .candidate()
            .map(slot -> new TraderRoutes.UnderWay(slot.change(), engine.candidateFrom()))
            .orElse(TraderRoutes.UnderWay.NONE));
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
      queue.tell(
          new Event.FollowerFaulted(
              routes.underWay().change(), 0, "follower-stopped", String.valueOf(e)));
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

  private void stop() {
    stopping = true;
    queue.close();
  }

  @Override
  public void close() {
    stop();
    door.close();
    halts.close();
    following.interrupt();
    forcing.interrupt();
    journal.close();
  }
}
