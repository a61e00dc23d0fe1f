package sorte.trading.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.market.Bars;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;

/// Costs and chance.
class StressTest {
  private final Bars bars = Waves.of(1_000);
  private final Backtest backtest = Backtest.with(new Costs(0.0005, 0.0001, 0));
  private final Deciding crossing = Deciding.of(Waves.CROSSING);

  private BacktestResult result() {
    return backtest.run("x", bars, crossing.decide(bars, Waves.NO_SETTINGS));
  }

  @Test
  void dearer_trading_leaves_less_and_the_break_even_fee_leaves_nothing() {
    CostStress stress = CostStress.of(crossing, backtest, bars, Waves.NO_SETTINGS);
    assertThat(stress.rows())
        .extracting(CostStress.Row::factor)
        .containsExactly(1.0, 2.0, 3.0, 5.0);
    assertThat(stress.rows().getFirst().returnPct()).isEqualTo(result().returnPct());
    for (int i = 1; i < 4; i++) {
      assertThat(stress.rows().get(i).returnPct()).isLessThan(stress.rows().get(i - 1).returnPct());
    }
    assertThat(stress.rows().get(3).costs()).isEqualTo(new Costs(0.0025, 0.0005, 0));
    double fee = stress.breakEvenFee();
    if (fee > 0) {
      double there = returnAt(fee);
      assertThat(there).isGreaterThan(0);
      assertThat(returnAt(fee + 1e-5)).isLessThan(there);
    } else {
      assertThat(returnAt(0)).isLessThanOrEqualTo(0);
    }
  }

  private double returnAt(double fee) {
    return Backtest.with(new Costs(fee, 0.0001, 0))
        .run("x", bars, crossing.decide(bars, Waves.NO_SETTINGS))
        .returnPct();
  }

  @Test
  void shuffled_trades_end_alike_and_fall_differently() {
    MonteCarlo found = MonteCarlo.of(result(), 500, 0, 7);
    double product = 1;
    for (double r : MonteCarlo.tradeReturns(result())) {
      product *= 1 + r;
    }
    Quantiles ends = found.shuffled().finalPct();
    assertThat(ends.p5()).isCloseTo(100 * product, within(1e-9));
    assertThat(ends.p95()).isCloseTo(100 * product, within(1e-9));
    Quantiles falls = found.shuffled().drawdownPct();
    assertThat(falls.p5()).isLessThan(falls.p95());
    assertThat(found.block()).isEqualTo(10);
  }

  @Test
  void one_seed_gives_the_same_numbers_and_another_seed_others() {
    assertThat(MonteCarlo.of(result(), 200, 20, 7)).isEqualTo(MonteCarlo.of(result(), 200, 20, 7));
    assertThat(MonteCarlo.of(result(), 200, 20, 7).resampled())
        .isNotEqualTo(MonteCarlo.of(result(), 200, 20, 8).resampled());
  }

  @Test
  void a_block_as_long_as_the_series_only_turns_it_around() {
    BacktestResult result = result();
    int first = result.firstDecisionBar() + 1;
    MonteCarlo found = MonteCarlo.of(result, 50, result.bars() - first, 7);
    double whole =
        100 * Money.toDouble(result.finalEquity()) / Money.toDouble(result.startEquity());
    assertThat(found.resampled().finalPct().p5()).isCloseTo(whole, within(1e-6));
    assertThat(found.resampled().finalPct().p95()).isCloseTo(whole, within(1e-6));
    assertThatThrownBy(() -> MonteCarlo.of(result, 50, result.bars() + 1, 7))
        .hasMessageContaining("block");
  }

  @Test
  void quantiles_are_interpolated_between_neighbours() {
    Quantiles of = Quantiles.of(new double[] {5, 1, 3, 2, 4});
    assertThat(of.p5()).isCloseTo(1.2, within(1e-12));
    assertThat(of.p50()).isEqualTo(3);
    assertThat(of.p95()).isCloseTo(4.8, within(1e-12));
  }
}
