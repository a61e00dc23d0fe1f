package sorte.trading.backtest;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Book;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;

/// Runs decisions over bars with paper money, as docs/backtest.md has it.
///
/// @param costs what trading costs
/// @param fill when an order is filled
/// @param cash money at the start, in 1e-8
/// @param instrument what is traded, and in which steps
/// @param zone the time zone of trading hours
public record Backtest(Costs costs, Fill fill, long cash, Instrument instrument, ZoneId zone) {

  /// Money at the start unless said otherwise.
  public static final long USUAL_CASH = 10_000 * Money.ONE;

  public Backtest {
    if (cash <= 0) {
      throw new IllegalArgumentException("cash must be above zero, was " + Money.words(cash));
    }
  }

  /// Whole units, filled at the next open, 10,000 at the start.
  public static Backtest with(Costs costs) {
    return new Backtest(
        costs, Fill.NEXT_OPEN, USUAL_CASH, Instrument.wholeUnits("DATA"), ZoneOffset.UTC);
  }

  /// Runs `decisions` over all of `bars`.
  ///
  /// @param strategy its name, for the result
  public BacktestResult run(String strategy, Bars bars, Decisions decisions) {
    return result(strategy, bars, new BacktestPass(this, bars, Optional.empty()), decisions);
  }

  /// The same through the last check and a slot's loss budget. Rules that do not bind change
  /// nothing.
  public GuardedBacktest guarded(
      String strategy, Bars bars, Decisions decisions, AccountRules rules) {
    BacktestPass pass = new BacktestPass(this, bars, Optional.of(rules));
    BacktestResult result = result(strategy, bars, pass, decisions);
    return pass.door().orElseThrow().told(result, pass.budgetSpent());
  }

  private BacktestResult result(
      String strategy, Bars bars, BacktestPass pass, Decisions decisions) {
    TradeList trades = new TradeList(bars);
    Book book = pass.run(decisions, trades);
    return BacktestResult.of(
        strategy,
        bars,
        new Equity(pass.marks()::amounts),
        pass.marks().worth(bars.size() - 1),
        pass.curve(),
        cash,
        pass.first(),
        book.ledger().fees(),
        trades.with(book.ledger()),
        trades.tally());
  }
}
