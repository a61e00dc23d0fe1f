package sorte.trading.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sorte.strategy.run.BarLength;
import sorte.trading.door.Json;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.market.MarketFeed;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;
import sorte.trading.money.Fill;
import sorte.trading.release.Admits;
import sorte.trading.release.Store;
import sorte.trading.risk.Limits;
import sorte.trading.slot.BarHistory;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.SimulatedVenue;

/// An engine in a test's hands: its journal, its market, its venue's moods.
final class Desktop {
  static final Limits LIMITS = new Limits(2.1, 1.3, 0.25, 0.9, 0.95, 400);
  static final int HISTORY = 3000;
  private static final BarLength LENGTH = MarketSpec.builtIn(0).length();

  final TestHome home;
  Journal journal;
  final Engine engine;
  final SimulatedVenue venue;
  private final MarketFeed feed;
  private final Preparation preparation;
  private final AccountTerms terms;
  private final Behaviour.Choice mood;
  private int commands;

  Desktop(Path root, long seed, Behaviour.Choice behaviour) {
    this(root, seed, behaviour, LIMITS, 0);
  }

  Desktop(Path root, long seed, Behaviour.Choice behaviour, Limits limits, double slippage) {
    this(root, seed, behaviour, limits, slippage, Engine.EDITION);
  }

  Desktop(
      Path root,
      long seed,
      Behaviour.Choice behaviour,
      Limits limits,
      double slippage,
      int edition) {
    try {
      mood = behaviour;
      MarketSpec market = MarketSpec.builtIn(seed);
      home = TestHome.at(root, market, "max");
      journal = Journal.open(home.home().journal());
      terms =
          new AccountTerms(
              10_000, 0.001, slippage, Fill.NEXT_OPEN, "UTC", false, market.instrument(), limits);
      journal.append(new Event.Opened(terms.json()));
      BarHistory bars = new BarHistory();
      preparation = new Preparation(new Store(home.home()), bars, ZoneId.of("UTC"), LENGTH);
      venue = new SimulatedVenue(slippage, 10, behaviour);
      engine =
          new Engine(
              new Tape(journal),
              terms,
              venue,
              bars,
              (artifact, from, upTo) -> preparation.prepare(artifact, from, upTo, false),
              new Notices(),
              false);
      engine.replay();
      if (edition > 1) {
        edition(edition);
      }
      feed = new MarketSource.BuiltIn(seed).from(0);
      bars(HISTORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// From now on the newest rules hold.
  void edition() {
    edition(Engine.EDITION);
  }

  /// From now on the rules of that edition hold.
  void edition(int number) {
    String line = Json.line(Json.object().put("edition", number));
    told("edition", "", "", "", 0, line, Optional.empty());
  }

  /// What a halt does with positions from now on.
  void flattens(boolean flatten) {
    String line = Json.line(Json.object().put("flatten", flatten));
    told("halt-positions", "", "", "", 0, line, Optional.empty());
  }

  void limits(Limits limits) {
    told("limits", "", "", "", 0, Json.line(limits), Optional.empty());
  }

  /// A bar that a test makes up, the next one.
  void bar(double open, double high, double low, double close) {
    long number = engine.bar() + 1;
    engine.reached(
        new Event.BarClosed(
            number,
            true,
            engine.status().path("time").asLong() + 900_000,
            open,
            high,
            low,
            close,
            1));
  }

  void bars(int count) {
    for (int i = 0; i < count && feed.advance(); i++) {
      engine.reached(
          new Event.BarClosed(
              feed.number(),
              feed.number() >= HISTORY,
              feed.time(),
              feed.open(),
              feed.high(),
              feed.low(),
              feed.close(),
              feed.volume()));
    }
  }

  /// An engine that took the journal up after a death.
  record Next(Engine engine, SimulatedVenue venue) {}

  /// The journal as a trader leaves it that dies while this slot decides on the next bar: what the
  /// slots before it wrote is written too. Taken up by another engine.
  Next diedDeciding(long slot, Event... after) throws IOException {
    int known = events().size();
    bars(1);
    List<Event> all = events();
    int end = known;
    while (!(all.get(end) instanceof Event.Deciding d && d.slot() == slot)) {
      end++;
    }
    List<Event> written = new ArrayList<>(all.subList(0, end + 1));
    written.addAll(List.of(after));
    return takenUp("died", written);
  }

  /// Another engine over a journal of these events.
  Next takenUp(String name, List<Event> written) throws IOException {
    Journal cut = Journal.open(home.home().root().resolve(name));
    for (Event event : written) {
      cut.append(event);
    }
    return takenUp(cut);
  }

  /// Another engine over the journal as it lies there.
  Next reopened() throws IOException {
    return takenUp(Journal.open(home.home().journal()));
  }

  private Next takenUp(Journal cut) throws IOException {
    BarHistory bars = new BarHistory();
    Preparation fresh = new Preparation(new Store(home.home()), bars, ZoneId.of("UTC"), LENGTH);
    SimulatedVenue again = new SimulatedVenue(terms.slippage(), 10, mood);
    Engine next =
        new Engine(
            new Tape(cut),
            terms,
            again,
            bars,
            (artifact, from, upTo) -> fresh.prepare(artifact, from, upTo, false),
            new Notices(),
            false);
    next.replay();
    journal = cut;
    return new Next(next, again);
  }

  String load(String change, String slot, double share, Class<?>... classes) {
    try {
      String artifact = home.release(change, classes);
      return switch (preparation.admit(artifact, -1, Admits.CAPITAL)) {
        case Preparation.Outcome.Refused(String code, String reason) ->
            told(
                "load",
                change,
                artifact,
                slot,
                share,
                Json.line(Json.object().put("refused", code + reason)),
                Optional.empty());
        case Preparation.Outcome.Ready(Prepared ready) -> {
          var release = Json.object().put("strategy", "test").put("fedFrom", ready.fedFrom());
          release.set("terms", Json.tree(ready.terms()));
          yield told("load", change, artifact, slot, share, Json.line(release), Optional.of(ready));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String tell(String verb, String change, double share) {
    return told(verb, change, "", "", share, "{}", Optional.empty());
  }

  private String told(
      String verb,
      String change,
      String artifact,
      String slot,
      double share,
      String release,
      Optional<Prepared> prepared) {
    return engine.command(
        new Event.Commanded(
            "c" + commands++, verb, change, artifact, slot, share, 0.05, "", false, release),
        prepared);
  }

  String state() {
    return engine.status().path("state").asText();
  }

  List<Event> events() throws IOException {
    List<Event> events = new ArrayList<>();
    Cursor cursor = journal.read();
    for (Optional<Event> e = cursor.next(); e.isPresent(); e = cursor.next()) {
      events.add(e.get());
    }
    return events;
  }

  List<String> notes(String type) throws IOException {
    return events().stream()
        .filter(e -> e instanceof Event.Noted n && n.type().equals(type))
        .map(e -> ((Event.Noted) e).slot() + " " + ((Event.Noted) e).detail())
        .toList();
  }
}
