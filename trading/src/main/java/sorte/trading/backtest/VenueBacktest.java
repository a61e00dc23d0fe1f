package sorte.trading.backtest;

import java.time.ZoneId;
import sorte.trading.exchange.FillModel;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Money;

/// Runs decisions over bars as orders through the bar exchange, under the rules of
/// docs/fill-model.md. Without frictions it equals [Backtest], trade for trade and to the last 1e-8
/// of equity.
///
/// @param model what the exchange assumes
/// @param cash money at the start, in 1e-8
/// @param instrument what is traded, and in which steps
/// @param zone the time zone of trading hours
public record VenueBacktest(FillModel model, long cash, Instrument instrument, ZoneId zone) {

  public VenueBacktest {
    if (cash <= 0) {
      throw new IllegalArgumentException("cash must be above zero, was " + Money.words(cash));
    }
  }

  /// Runs `decisions` over all of `bars`.
  ///
  /// @param strategy its name, for the result
  public VenueResult run(String strategy, Bars bars, Decisions decisions) {
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a backtest needs at least one bar");
    }
    if (decisions.terms().trailingByStop() > 0) {
      throw new IllegalArgumentException(
          "a stop that trails by its own distance moves at every close, and the orders of this"
              + " exchange stand where they are put: run the backtest without an exchange");
    }
    return new VenueRun(model, cash, instrument, zone, bars, decisions).run(strategy, cash);
  }
}
