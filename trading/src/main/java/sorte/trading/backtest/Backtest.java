package sorte.trading.backtest;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
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

  private static final int BLOCK = 4096;

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
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a backtest needs at least one bar");
    }
    TradeList trades = new TradeList();
    Book book = new Book(decisions.terms(), costs, instrument, fill, cash, zone, trades);
    long[] equity = new long[bars.size()];
    int first = Math.min(decisions.firstDecisionBar(), bars.size());
    warmUp(bars, decisions, first);
    Arrays.fill(equity, 0, first, cash);
    // blocks of some thousand bars a call: one endless loop compiles badly
    for (int from = first; from < bars.size() && !book.bust(); from += BLOCK) {
      block(bars, decisions, book, equity, from, Math.min(bars.size(), from + BLOCK));
    }
    return BacktestResult.of(
        strategy,
        bars,
        equity,
        cash,
        first,
        book.ledger().fees(),
        trades.with(book.ledger(), bars.close(bars.size() - 1)));
  }

  private static void warmUp(Bars bars, Decisions decisions, int first) {
    for (int i = 0; i < first; i++) {
      decisions.onBar(
          bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
    }
  }

  private void block(Bars bars, Decisions decisions, Book book, long[] equity, int from, int to) {
    for (int i = from; i < to; i++) {
      long time = bars.time(i);
      double open = bars.open(i);
      double high = bars.high(i);
      double low = bars.low(i);
      double close = bars.close(i);
      equity[i] = book.onBar(i, time, open, high, low, close);
      if (book.bust()) {
        return; // equity stays 0 from here
      }
      int signals = decisions.onBar(time, open, high, low, close, bars.volume(i));
      book.decide(signals, decisions.stopDistance(), close);
      if (fill == Fill.CLOSE) {
        equity[i] = book.mark(close);
        if (book.bust()) {
          return;
        }
      }
    }
  }
}
