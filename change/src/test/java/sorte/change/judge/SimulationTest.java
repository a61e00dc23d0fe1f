package sorte.change.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the judge promises, measured on twins whose true difference is known: few streams here,
/// many by `scenarios/judge`.
class SimulationTest {
  private static final long SEED = 7;
  private static final int FEW = 200;
  private static final int MANY = 2_000;

  /// Three deviations of luck above 1 % at this many streams.
  private static double promised(int streams) {
    return 0.01 + 3 * Math.sqrt(0.01 * 0.99 / streams);
  }

  private static CellFigures measured(Cell cell, int streams) throws Exception {
    RealTrades trades = RealTrades.from(Path.of("no-recorded-series-here"));
    CellFigures figures = CellFigures.measured(cell, streams, SEED, trades.trades());
    System.out.println("seed " + SEED + " " + figures);
    assertThat(figures.falseAborts()).isLessThanOrEqualTo(promised(streams));
    assertThat(figures.better()).isLessThanOrEqualTo(promised(streams));
    assertThat(figures.worsePromoted()).isLessThanOrEqualTo(promised(streams));
    assertThat(figures.selfTestFailed()).isLessThanOrEqualTo(0.01);
    return figures;
  }

  @ParameterizedTest
  @EnumSource(names = {"GAUSSIAN", "T3"})
  void harm_is_seen_soon_and_equal_versions_are_promoted(Cell cell) throws Exception {
    CellFigures figures = measured(cell, FEW);
    assertThat(figures.abortAtHalf()).isLessThanOrEqualTo(35);
    assertThat(figures.abortAtQuarter()).isLessThanOrEqualTo(110);
    assertThat(figures.equalPromoted()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void dependent_differences_do_not_mislead() throws Exception {
    measured(Cell.AR_05, FEW);
  }

  @Test
  void figures_do_not_hang_on_threads_but_on_the_seed() throws Exception {
    CellFigures once = CellFigures.measured(Cell.T3, 40, SEED, java.util.List.of());
    CellFigures again = CellFigures.measured(Cell.T3, 40, SEED, java.util.List.of());
    assertThat(again.figures()).isEqualTo(once.figures());
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = "HIDDEN", mode = EnumSource.Mode.EXCLUDE)
  void the_promises_hold_over_many_rollouts(Cell cell) throws Exception {
    measured(cell, MANY);
  }
}
