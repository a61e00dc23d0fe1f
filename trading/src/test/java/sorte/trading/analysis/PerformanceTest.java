package sorte.trading.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.strategy.run.Signals;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;
import sorte.trading.money.Costs;
import sorte.trading.money.HoldingTerms;

/// Figures of a series small enough for paper: 10,000 cash, no costs, whole units.
class PerformanceTest {
  private static final long DAY = 86_400_000;
  private static final double PER_YEAR = 365.25;

  /// Opens and closes: 99 units bought at 100 (all in leaves a hair of the cash out), sold at 110;
  /// 99 bought at 110, sold at 99; equity 10000 10000 10000 10990 10990 10445.5 9901 9901.
  private static BacktestResult result() {
    double[] opens = {100, 100, 100, 110, 110, 110, 99, 99};
    double[] closes = {100, 100, 100, 110, 110, 104.5, 99, 99};
    int buy = Signals.ENTER_LONG;
    int sell = Signals.EXIT_LONG;
    int[] decided = {0, buy, sell, 0, buy, sell, 0, 0};
    Bars.Builder built = new Bars.Builder(8);
    for (int i = 0; i < 8; i++) {
      double high = Math.max(opens[i], closes[i]);
      built.add(i * DAY, opens[i], high, Math.min(opens[i], closes[i]), closes[i], 1);
    }
    return Backtest.with(Costs.NONE).run("paper", built.build(), new Scripted(decided));
  }

  private record Scripted(int[] decided, int[] at) implements Decisions {
    Scripted(int[] decided) {
      this(decided, new int[] {-1});
    }

    @Override
    public int firstDecisionBar() {
      return 1;
    }

    @Override
    public HoldingTerms terms() {
      return HoldingTerms.ALL_IN;
    }

    @Override
    public int onBar(long time, double open, double high, double low, double close, double volume) {
      at[0]++;
      return decided[at[0]];
    }

    @Override
    public double stopDistance() {
      return Double.NaN;
    }
  }

  @Test
  void the_series_is_what_the_paper_says() {
    double[] equity = new double[8];
    BacktestResult result = result();
    for (int i = 0; i < 8; i++) {
      equity[i] = result.equity().at(i) / 1e8;
    }
    assertThat(equity)
        .containsExactly(10_000, 10_000, 10_000, 10_990, 10_990, 10_445.5, 9_901, 9_901);
    assertThat(result.trades()).hasSize(2);
  }

  @Test
  void every_figure_is_what_the_paper_says() {
    Performance found = Performance.of(result());
    assertThat(found.years()).isCloseTo(7 / PER_YEAR, within(1e-15));
    double cagr = 100 * (Math.pow(0.9901, PER_YEAR / 7) - 1);
    assertThat(found.cagrPct()).isCloseTo(cagr, within(1e-9));
    assertThat(found.calmar()).isCloseTo(cagr / (100 * (1 - 9_901.0 / 10_990)), within(1e-9));
    // returns of the bars after the first decision bar: 0, .099, 0, first, then, 0
    double first = 10_445.5 / 10_990 - 1;
    double then = 9_901.0 / 10_445.5 - 1;
    double mean = (0.099 + first + then) / 6;
    double squares = 3 * mean * mean + sq(0.099 - mean) + sq(first - mean) + sq(then - mean);
    assertThat(found.volatilityPct())
        .isCloseTo(100 * Math.sqrt(squares / 5) * Math.sqrt(PER_YEAR), within(1e-9));
    double below = Math.sqrt((sq(first) + sq(then)) / 6);
    assertThat(found.sortino()).isCloseTo(mean / below * Math.sqrt(PER_YEAR), within(1e-9));
    assertThat(found.fallLongestBars()).isEqualTo(3);
    assertThat(found.fallLongestDays()).isCloseTo(3, within(1e-12));
    assertThat(found.ended()).isEqualTo(2);
    assertThat(found.profitFactor()).isCloseTo(990 / 1089.0, within(1e-12));
    assertThat(found.expectancy()).isCloseTo(-49.5, within(1e-9));
    assertThat(found.expectancyPct()).isCloseTo(50 * (0.099 - 1089.0 / 10_990), within(1e-9));
    // pnl 990 and -1089: deviation 1039.5 times root of 2, mean -49.5
    assertThat(found.sqn())
        .isCloseTo(-49.5 / (1039.5 * Math.sqrt(2)) * Math.sqrt(2), within(1e-12));
    double traded = 99.0 * (100 + 110 + 110 + 99);
    double held = (10_000 * 3 + 10_990 * 2 + 10_445.5 + 9_901 * 2) / 8.0;
    assertThat(found.turnover()).isCloseTo(traded / held / (7 / PER_YEAR), within(1e-9));
  }

  @Test
  void figures_of_nothing_do_not_exist() {
    Bars bars = Waves.of(30);
    BacktestResult result =
        Backtest.with(Costs.NONE).run("x", bars, new Scripted(new int[bars.size()]));
    Performance found = Performance.of(result);
    for (double figure :
        List.of(
            found.sortino(),
            found.calmar(),
            found.profitFactor(),
            found.expectancy(),
            found.sqn())) {
      assertThat(figure).isNaN();
    }
    assertThat(found.fallLongestBars()).isZero();
    assertThat(found.volatilityPct()).isZero();
    assertThat(found.turnover()).isZero();
  }

  private static double sq(double value) {
    return value * value;
  }
}
