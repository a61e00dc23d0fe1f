package sorte.trading.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import sorte.strategy.run.BarLength;
import sorte.trading.home.Home;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.market.MarketSpec;
import sorte.trading.release.Store;
import sorte.trading.slot.BarHistory;
import sorte.trading.slot.Decider;
import sorte.trading.slot.Preparation;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.SimulatedVenue;

/// A journal replayed with every decision made again by the releases' own code: the same events,
/// orders and books must come out, or this throws naming the first record that differs. As a
/// program it prints what came out, for comparing machines. The trader of that home must be at
/// rest.
///
/// @param decisions recorded decisions, all made again
/// @param hash of every decision of every slot, in order
/// @param status JSON of the engine where the journal ends, as its door gives it
public record Replayed(long decisions, long hash, String status) {

  public static Replayed of(Home home) throws IOException {
    long decisions = 0;
    long hash = 0;
    try (Journal journal = Journal.open(home.journal())) {
      AccountTerms terms = null;
      Cursor cursor = journal.read();
      for (Optional<Event> e = cursor.next(); e.isPresent(); e = cursor.next()) {
        if (e.get() instanceof Event.Opened opened) {
          terms = AccountTerms.of(opened.account());
        }
        if (e.get() instanceof Event.Decided decided) {
          decisions++;
          hash = Decider.hash(hash, decided.slot(), decided.mask(), decided.hash());
        }
      }
      if (terms == null) {
        throw new IOException(
            "the journal does not begin with its account; restore it from a backup");
      }
      BarHistory bars = new BarHistory();
      BarLength length = MarketSpec.read(home.marketFile()).length();
      Preparation preparation =
          new Preparation(new Store(home), bars, ZoneId.of(terms.zone()), length);
      Engine engine =
          new Engine(
              new Tape(journal),
              terms,
              new SimulatedVenue(
                  terms.slippage(), terms.instrument().minNotional(), Behaviour.ALWAYS_FILLS),
              bars,
              (artifact, from, upTo) -> preparation.prepare(artifact, from, upTo, false),
              new Notices(),
              true);
      engine.replay();
      return new Replayed(decisions, hash, engine.status().toString());
    }
  }

  @Override
  public String toString() {
    return decisions + " decisions, hash " + Long.toHexString(hash) + ", " + status;
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println(of(Home.at(Path.of(arguments[0]))));
  }
}
