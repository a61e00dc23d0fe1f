package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Book;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Money;
import sorte.trading.money.TradeLog;
import sorte.trading.risk.Limits;

/// A pass takes many bars at once where nothing happens: its equity and its trades are those of a
/// book that is shown bar after bar, whole.
class MoneyBlocksTest {
  private static final long CASH = 1_000_000 * Money.ONE;
  private static final int BARS = 6000;

  @Test
  void equity_and_trades_are_those_of_a_book_that_is_shown_each_bar_whole() {
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Bars bars = DecisionBlocksTest.market(seed, BARS);
      Backtest terms =
          new Backtest(
              new Costs(random.nextInt(3) * 0.0005, 0, 0),
              random.nextBoolean() ? Fill.NEXT_OPEN : Fill.CLOSE,
              random.nextBoolean() ? CASH : CASH * 1000,
              random.nextBoolean() ? Instrument.wholeUnits("DATA") : Instrument.simulated(),
              ZoneOffset.UTC);
      RecordedDecisions decisions = decisions(random);
      double budget = random.nextBoolean() ? 0.05 + 0.2 * random.nextDouble() : 0;
      AccountRules rules = new AccountRules(new Limits(1e12, 10, 1, 1, 1, 1_000_000), budget);
      BacktestPass pass = new BacktestPass(terms, bars, Optional.of(rules));
      TradeList trades = new TradeList(bars);
      Book book = pass.run(decisions.replay(), trades);
      TradeList wholeTrades = new TradeList(bars);
      long[] whole = whole(terms, bars, decisions, budget, wholeTrades);
      assertThat(pass.marks().amounts()).as("seed %d", seed).isEqualTo(whole);
      assertThat(trades.with(book.ledger()))
          .as("seed %d", seed)
          .isEqualTo(wholeTrades.with(book.ledger()));
      assertThat(book.bust()).isFalse();
    }
  }

  private static RecordedDecisions decisions(SplittableRandom random) {
    int one = random.nextInt(2, 40);
    int first = random.nextInt(1, 30);
    int[] masks = new int[BARS];
    double[] distances = new double[BARS];
    for (int i = 0; i < BARS; i++) {
      masks[i] = i >= first && random.nextInt(one) == 0 ? random.nextInt(16) : 0;
      distances[i] = Double.NaN;
    }
    boolean protectedTrades = random.nextBoolean();
    HoldingTerms terms =
        protectedTrades
            ? new HoldingTerms(
                1,
                0,
                0.02,
                false,
                0.03,
                0.01 * random.nextInt(3),
                random.nextInt(2) * 20,
                0,
                -1,
                -1,
                false)
            : random.nextBoolean()
                ? HoldingTerms.ALL_IN
                : new HoldingTerms(1, 0, 0, false, 0, 0, 0, 0, -1, -1, false, 0, 0, 0, true);
    return ((RecordedDecisions.Reading.Read) RecordedDecisions.of(first, terms, masks, distances))
        .decisions();
  }

  private static long[] whole(
      Backtest terms, Bars bars, RecordedDecisions decisions, double budget, TradeLog log) {
    Book book =
        new Book(
            decisions.terms(),
            terms.costs(),
            terms.instrument(),
            terms.fill(),
            terms.cash(),
            terms.zone(),
            log);
    long floor = budget == 0 ? 0 : terms.cash() - Money.of(budget, Money.toDouble(terms.cash()));
    long[] equity = new long[bars.size()];
    boolean over = false;
    for (int i = 0; i < bars.size(); i++) {
      if (over || i < decisions.firstDecisionBar()) {
        equity[i] = over ? book.ledger().cash() : terms.cash();
        continue;
      }
      equity[i] =
          book.onBar(i, bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i));
      if (equity[i] <= floor) {
        over = true;
        book.forceClose(bars.close(i));
        equity[i] = book.mark(bars.close(i));
        continue;
      }
      book.decide(decisions.signals(i), Double.NaN, bars.close(i));
      equity[i] = book.mark(bars.close(i));
    }
    return equity;
  }
}
