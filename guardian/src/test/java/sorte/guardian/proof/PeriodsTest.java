package sorte.guardian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import sorte.strategy.run.Signals;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.Decisions;
import sorte.trading.backtest.Equity;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Money;

class PeriodsTest {
  private static final int BARS = 400;

  @Test
  void periods_are_won_lost_or_neither() {
    // up, down, flat, up: who is in the market all along against who never is
    Equity holds = equity(true);
    Equity stands = equity(false);
    assertThat(Periods.of(holds, stands, 4)).isEqualTo(new Periods(2, 1));
    assertThat(Periods.of(stands, holds, 4)).isEqualTo(new Periods(1, 2));
    assertThat(Periods.of(holds, holds, 4)).isEqualTo(new Periods(0, 0));
  }

  private static Equity equity(boolean holds) {
    Bars.Builder bars = new Bars.Builder(BARS);
    double close = 100;
    for (int i = 0; i < BARS; i++) {
      double open = close;
      close += i < 98 ? 1 : i >= 102 && i < 198 ? -0.5 : i >= 302 ? 1 : 0;
      bars.add(i * 60_000L, open, Math.max(open, close), Math.min(open, close), close, 1);
    }
    return new Backtest(
            Costs.NONE, Fill.NEXT_OPEN, 10_000 * Money.ONE, Instrument.simulated(), ZoneOffset.UTC)
        .run("p", bars.build(), new Once(holds))
        .equity();
  }

  /// Buys on its first decision and holds, or never does.
  private static final class Once implements Decisions {
    private final boolean buys;
    private int bar;

    Once(boolean buys) {
      this.buys = buys;
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
    public int onBar(long time, double open, double high, double low, double close, double vol) {
      return bar++ == 1 && buys ? Signals.ENTER_LONG : 0;
    }

    @Override
    public double stopDistance() {
      return Double.NaN;
    }
  }
}
