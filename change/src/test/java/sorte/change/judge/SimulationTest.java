package sorte.change.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sorte.trading.market.SplitMix;

/// What the judge promises, measured on twins whose true difference is known: few streams here,
/// many by `scenarios/judge`.
class SimulationTest {
  private static final long SEED = 7;
  private static final int FEW = 200;
  private static final int SHORT = 1_000;
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

  /// The margin that a home has by default, on bars of a quarter of an hour: a tenth of a
  /// deviation.
  @ParameterizedTest
  @EnumSource(names = {"GAUSSIAN", "T3"})
  void the_promises_hold_for_the_usual_margin_of_a_short_bar(Cell cell) {
    Rules rules = new Rules(Rules.marginOfPair(1, 900_000), 1, Rules.DEFAULT_HORIZON_PAIRS, false);
    int worsePromoted = 0;
    int equalPromoted = 0;
    int equalAborted = 0;
    SplitMix seeds = new SplitMix(SEED);
    for (int i = 0; i < SHORT; i++) {
      Judgement worse = first(cell, seeds.nextLong(), rules, rules.margin());
      worsePromoted += worse instanceof Judgement.NotWorse ? 1 : 0;
      Judgement equal = first(cell, seeds.nextLong(), rules, 0);
      equalPromoted += equal instanceof Judgement.NotWorse ? 1 : 0;
      equalAborted += equal instanceof Judgement.Worse ? 1 : 0;
    }
    System.out.printf(
        "seed %d %s margin %.3f: worse promoted %d, equal promoted %d, equal aborted %d of %d%n",
        SEED, cell, rules.margin(), worsePromoted, equalPromoted, equalAborted, SHORT);
    assertThat((double) worsePromoted / SHORT).isLessThanOrEqualTo(promised(SHORT));
    assertThat((double) equalAborted / SHORT).isLessThanOrEqualTo(promised(SHORT));
    assertThat((double) equalPromoted / SHORT).isGreaterThanOrEqualTo(0.9);
  }

  /// What is said first, of worse and not worse; else what is said at the horizon.
  private static Judgement first(Cell cell, long seed, Rules rules, double harm) {
    Twins twins = Twins.of(cell, new SplitMix(seed), List.of());
    Judge judge = new Judge(Claim.NOT_WORSE, rules);
    for (int n = 0; n < rules.horizonPairs(); n++) {
      twins.next();
      double candidate = twins.candidate - harm * twins.unit;
      judge.see(new Pair(n, n, 0.004 * twins.stable, 0.004 * candidate));
      Judgement said = judge.judgement();
      if (said instanceof Judgement.NotWorse || said instanceof Judgement.Worse) {
        return said;
      }
    }
    return judge.judgement();
  }

  @Test
  void dependent_differences_do_not_mislead() throws Exception {
    measured(Cell.AR_05, FEW);
  }

  @Test
  void figures_do_not_hang_on_threads_but_on_the_seed() throws Exception {
    CellFigures once = CellFigures.measured(Cell.T3, 40, SEED, List.of());
    CellFigures again = CellFigures.measured(Cell.T3, 40, SEED, List.of());
    assertThat(again.figures()).isEqualTo(once.figures());
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = "HIDDEN", mode = EnumSource.Mode.EXCLUDE)
  void the_promises_hold_over_many_rollouts(Cell cell) throws Exception {
    measured(cell, MANY);
  }
}
