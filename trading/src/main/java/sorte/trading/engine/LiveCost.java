package sorte.trading.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import sorte.trading.door.Json;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Fill;
import sorte.trading.release.Release;
import sorte.trading.risk.Limits;
import sorte.trading.slot.BarHistory;
import sorte.trading.slot.Decider;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.SimulatedVenue;

/// What the live path costs, measured on the engine itself, its journal on: from a market event in
/// memory to the order in the venue's hands, by decision, last check and written intention. For
/// benchmarks: the clock is read here, and nowhere in the engine.
public final class LiveCost implements AutoCloseable {
  private static final double FEE = 0.0001;
  private static final double CASH = 1_000_000;
  private static final Limits LIMITS = new Limits(10, 10, 1, 1, 1, 100_000);
  private static final String DIGEST = "0".repeat(64);

  private final Journal journal;
  private final Tape tape;
  private final Engine engine;
  private long handed;
  private long number;

  /// @param folder an empty one, for the journal
  public LiveCost(Path folder) throws IOException {
    journal = Journal.open(folder);
    AccountTerms terms =
        new AccountTerms(
            CASH, FEE, 0, Fill.CLOSE, "UTC", false, Instrument.wholeUnits("DATA"), LIMITS);
    journal.append(new Event.Opened(terms.json()));
    Behaviour.Choice stamping =
        _ -> {
          handed = System.nanoTime();
          return new Behaviour.FillWhole();
        };
    tape = new Tape(journal);
    engine =
        new Engine(
            tape,
            terms,
            new SimulatedVenue(0, 0, stamping),
            new BarHistory(),
            (_, _, _) -> new Preparation.Outcome.Refused("none", "the release is given"),
            new Notices(),
            false);
    engine.replay();
    told("edition", "", Json.line(Json.object().put("edition", Engine.EDITION)), Optional.empty());
  }

  /// Puts a release in service.
  public void serve(Release release) throws Decider.DoesNotStart {
    Decider decider = Decider.start(release, ZoneOffset.UTC);
    Prepared prepared = new Prepared(decider, "measured", decider.terms(), 0, 0);
    var description = Json.object().put("strategy", "measured").put("fedFrom", 0);
    description.set("terms", Json.tree(decider.terms()));
    String answer = told("load", DIGEST, Json.line(description), Optional.of(prepared));
    if (!Json.read(answer).path("outcome").asText().equals("loaded")) {
      throw new IllegalStateException("the release was not loaded: " + answer);
    }
  }

  /// Sends these bars, and gives the nanoseconds of those events on which an order left.
  public long[] run(Bars bars, int from, int to) {
    long[] nanos = new long[to - from];
    int orders = 0;
    for (int i = from; i < to; i++) {
      Event.BarClosed bar =
          new Event.BarClosed(
              number++,
              true,
              bars.time(i),
              bars.open(i),
              bars.high(i),
              bars.low(i),
              bars.close(i),
              bars.volume(i));
      handed = 0;
      long started = System.nanoTime();
      engine.reached(bar);
      if (handed != 0) {
        nanos[orders++] = handed - started;
      }
      tape.batchEnds(); // as the trader does between two events
    }
    return Arrays.copyOf(nanos, orders);
  }

  /// What it costs to have all that was written on the disk; nanoseconds.
  public long force() {
    long started = System.nanoTime();
    journal.force();
    return System.nanoTime() - started;
  }

  private String told(String verb, String artifact, String release, Optional<Prepared> prepared) {
    return engine.command(
        new Event.Commanded(
            "measured-" + verb, verb, verb, artifact, "stable", 0, 0, "", false, release),
        prepared);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
