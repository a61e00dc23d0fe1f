package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossLong;
import sorte.strategy.run.BadSettings;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;
import sorte.trading.money.Costs;

/// A sweep is its backtests, whatever the threads and whatever they share.
class SweepTest {
  private static final Bars BARS = DecisionBlocksTest.market(21, 4000);
  private static final Backtest BACKTEST = Backtest.with(Costs.fee(0.0005));

  @ParameterizedTest
  @ValueSource(classes = {SmaCrossLong.class, EmaCross.class, Everything.class, OwnMemory.class})
  void each_run_is_the_backtest_of_its_settings(Class<?> strategy) {
    StrategyType type = StrategyType.of(strategy);
    String parameter = type.parameters().getFirst().name();
    List<SortedMap<String, Double>> settings =
        Sweep.settings(new TreeMap<>(), List.of(new SweepAxis(parameter, List.of(5.0, 9.0, 14.0))));
    AtomicInteger done = new AtomicInteger();
    List<SweepRun> runs =
        new Sweep(BACKTEST, BARS, 3).run(type, settings, _ -> done.incrementAndGet());
    assertThat(done).hasValue(3);
    assertThat(runs).extracting(SweepRun::settings).isEqualTo(settings);
    for (SweepRun run : runs) {
      BacktestResult alone = BACKTEST.run("x", BARS, Decisions.of(type, run.settings()));
      assertThat(run)
          .isEqualTo(
              new SweepRun(
                  run.settings(),
                  alone.finalEquity(),
                  alone.returnPct(),
                  alone.maxDrawdownPct(),
                  alone.sharpe(),
                  alone.winRatePct(),
                  alone.exposurePct(),
                  alone.feesPaid(),
                  alone.trades().size()));
    }
    assertThat(new Sweep(BACKTEST, BARS, 1).run(type, settings, _ -> {})).isEqualTo(runs);
  }

  @Test
  void settings_go_through_all_combinations_the_last_range_fastest() {
    assertThat(
            Sweep.settings(
                new TreeMap<>(Map.of("c", 7.0)),
                List.of(
                    new SweepAxis("a", List.of(1.0, 2.0)), new SweepAxis("b", List.of(3.0, 4.0)))))
        .extracting(Object::toString)
        .containsExactly(
            "{a=1.0, b=3.0, c=7.0}",
            "{a=1.0, b=4.0, c=7.0}",
            "{a=2.0, b=3.0, c=7.0}",
            "{a=2.0, b=4.0, c=7.0}");
  }

  @Test
  void settings_that_do_not_fit_end_it() {
    StrategyType type = StrategyType.of(SmaCrossLong.class);
    List<SortedMap<String, Double>> settings =
        Sweep.settings(
            new TreeMap<>(), List.of(new SweepAxis("fast-ma.period", List.of(5.0, 1000.0))));
    assertThat(Sweep.problems(type, settings)).hasSize(1);
    assertThatThrownBy(() -> new Sweep(BACKTEST, BARS, 2).run(type, settings, _ -> {}))
        .isInstanceOf(BadSettings.class);
  }

  @Test
  void the_best_is_the_first_of_equals_and_never_what_is_not_a_number() {
    SweepRun none = run(1, Double.NaN);
    SweepRun first = run(2, 1.5);
    SweepRun second = run(3, 1.5);
    assertThat(Objective.SHARPE.best(List.of(none, first, second))).contains(first);
    assertThat(Objective.SHARPE.best(List.of(none))).isEmpty();
  }

  private static SweepRun run(double setting, double sharpe) {
    return new SweepRun(new TreeMap<>(Map.of("a", setting)), 1, 0, 0, sharpe, 0, 0, 0, 0);
  }
}
