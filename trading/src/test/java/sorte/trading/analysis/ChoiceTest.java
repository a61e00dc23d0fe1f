package sorte.trading.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.Decisions;
import sorte.trading.backtest.SweepAxis;
import sorte.trading.market.Bars;
import sorte.trading.money.Costs;

/// Grids, walk-forward and the surface.
class ChoiceTest {
  private static final ParameterGrid GRID =
      new ParameterGrid(
          List.of(
              new SweepAxis("fast-ma.period", List.of(5.0, 10.0, 15.0)),
              new SweepAxis("slow-ma.period", List.of(20.0, 30.0, 40.0))));
  private final Bars bars = Waves.of(1_000);
  private final Backtest backtest = Backtest.with(Costs.fee(0.001));
  private final Deciding crossing = Deciding.of(Waves.CROSSING);

  @Test
  void a_grid_holds_every_combination_and_knows_its_neighbours() {
    assertThat(GRID.size()).isEqualTo(9);
    assertThat(GRID.point(5, new TreeMap<>(Map.of("stop", 1.0))))
        .containsExactly(
            Map.entry("fast-ma.period", 10.0),
            Map.entry("slow-ma.period", 40.0),
            Map.entry("stop", 1.0));
    assertThat(GRID.neighbours(0)).containsExactly(1, 3, 4);
    assertThat(GRID.neighbours(4)).hasSize(8);
    SweepAxis twice = new SweepAxis("x", List.of(1.0));
    assertThatThrownBy(() -> new ParameterGrid(List.of(twice, twice)))
        .hasMessageContaining("two ranges");
    assertThatThrownBy(() -> new ParameterGrid(List.of())).hasMessageContaining("points");
  }

  @Test
  void walking_forward_chooses_on_the_past_alone() {
    WalkForward.Plan plan = new WalkForward.Plan(5, 3, false);
    WalkForward found = WalkForward.of(crossing, backtest, bars, GRID, Waves.NO_SETTINGS, plan);
    assertThat(found.folds()).hasSize(5);
    assertThat(found.equity()).hasSize(5 * 125);
    for (WalkForward.Fold fold : found.folds()) {
      assertThat(fold.cut() - fold.from()).isEqualTo(375);
      assertThat(fold.to() - fold.cut()).isEqualTo(125);
      double best = Double.NEGATIVE_INFINITY;
      for (int point = 0; point < GRID.size(); point++) {
        Bars inside = bars.slice(fold.from(), fold.cut());
        double sharpe =
            backtest
                .run("x", inside, crossing.decide(inside, GRID.point(point, Waves.NO_SETTINGS)))
                .sharpe();
        best = Math.max(best, Double.isNaN(sharpe) ? 0 : sharpe);
      }
      assertThat(fold.inSharpe()).isEqualTo(best);
    }
    // another future leaves every earlier choice as it was
    Bars other = LookAhead.mirrored(bars, found.folds().get(3).cut());
    WalkForward again = WalkForward.of(crossing, backtest, other, GRID, Waves.NO_SETTINGS, plan);
    assertThat(again.folds().subList(0, 3)).isEqualTo(found.folds().subList(0, 3));
    assertThat(again.folds().get(3).settings()).isEqualTo(found.folds().get(3).settings());
  }

  @Test
  void parts_are_joined_into_one_account() {
    WalkForward found =
        WalkForward.of(
            crossing, backtest, bars, GRID, Waves.NO_SETTINGS, new WalkForward.Plan(4, 2, true));
    double joined = 1;
    for (WalkForward.Fold fold : found.folds()) {
      assertThat(fold.from()).isZero();
      joined *= 1 + fold.outReturnPct() / 100;
    }
    assertThat(found.returnPct()).isCloseTo(100 * (joined - 1), within(1e-6));
  }

  @Test
  void too_few_bars_are_refused() {
    assertThatThrownBy(() ->
            WalkForward.of(
                crossing,
                backtest,
                bars.slice(0, 10),
                GRID,
                Waves.NO_SETTINGS,
                new WalkForward.Plan(5, 3, false)))
        .hasMessageContaining("10 bars");
  }

  @Test
  void the_surface_holds_what_each_point_gives_and_the_best_of_them() {
    Surface surface = Surface.of(crossing, backtest, bars, GRID, Waves.NO_SETTINGS, 8);
    for (int point = 0; point < GRID.size(); point++) {
      Decisions decisions = crossing.decide(bars, GRID.point(point, Waves.NO_SETTINGS));
      BacktestResult result = backtest.run("x", bars, decisions);
      assertThat(surface.sharpes()[point]).isEqualTo(result.sharpe());
      assertThat(surface.sharpes()[surface.best()]).isGreaterThanOrEqualTo(result.sharpe());
    }
    assertThat(surface.neighbours()).isEqualTo(GRID.neighbours(surface.best()));
    assertThat(surface.neighbourMean()).isLessThanOrEqualTo(surface.sharpes()[surface.best()]);
    assertThat(surface.overfitting().combinations()).isEqualTo(70);
    assertThat(surface.deflated()).isLessThan(surface.chosen().probabilityAbove(0));
    TrackRecord chosen = surface.chosen();
    assertThat(
            new TrackRecord(
                    chosen.sharpe(), surface.barsNeeded(), chosen.skewness(), chosen.kurtosis())
                .probabilityAbove(0))
        .isCloseTo(0.95, within(1e-9));
    assertThat(Math.sqrt(surface.yearsNeeded()) * surface.sharpes()[surface.best()])
        .isCloseTo(Selection.expectedMaximum(GRID.size()), within(1e-9));
  }
}
