package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sorte.strategy.run.BadTimeframe;
import sorte.strategy.run.BarLength;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.analysis.Deciding;
import sorte.trading.analysis.LookAhead;
import sorte.trading.market.Bars;
import sorte.trading.money.Costs;
import sorte.trading.money.TradeLog;
import sorte.trading.release.ReleaseLoader;

/// A strategy that looks at slower bars, wherever strategies run here.
class SlowerBarsTest {
  private static final StrategyType SLOW = StrategyType.of(SlowTrend.class);
  private static final Backtest BACKTEST = Backtest.with(Costs.fee(0.0005));

  private final Bars bars = DecisionBlocksTest.market(31, 6_000);

  @Test
  void a_backtest_trades_on_them_in_blocks_as_bar_by_bar() {
    BacktestResult result = BACKTEST.run("x", bars, Decisions.of(SLOW, Map.of(), bars));
    assertThat(result.trades()).hasSizeGreaterThan(10);
    Runner runner = Runner.start(SLOW, Map.of(), ZoneOffset.UTC, bars.length());
    assertThat(runner.firstDecisionBar()).isEqualTo((9 - 1 + 2) * 16 - 1);
    assertThat(BACKTEST.run("x", bars, new OneByOne(runner))).isEqualTo(result);
  }

  /// Without the way of its own that a runner has for many bars.
  private record OneByOne(Runner runner) implements Decisions {
    @Override
    public int firstDecisionBar() {
      return runner.firstDecisionBar();
    }

    @Override
    public sorte.trading.money.HoldingTerms terms() {
      return sorte.trading.money.HoldingTerms.of(runner.terms());
    }

    @Override
    public int onBar(long time, double open, double high, double low, double close, double volume) {
      return runner.onBar(time, open, high, low, close, volume);
    }

    @Override
    public double stopDistance() {
      return runner.stopDistance();
    }
  }

  @Test
  void a_metered_release_decides_as_the_class_itself() throws Exception {
    TreeMap<String, byte[]> classes = new TreeMap<>();
    for (Class<?> c :
        List.of(SlowTrend.class, SlowTrend.Parameters.class, SlowTrend.Distance.class)) {
      try (var in = c.getResourceAsStream("/" + c.getName().replace('.', '/') + ".class")) {
        classes.put(c.getName(), in.readAllBytes());
      }
    }
    ReleaseLoader.Metered loaded = ReleaseLoader.load(classes, SlowTrend.class.getName());
    StrategyType type = StrategyType.of(loaded.type());
    assertThat(BACKTEST.run("x", bars, Decisions.metered(type, Map.of(), bars, loaded.meter())))
        .isEqualTo(BACKTEST.run("x", bars, Decisions.of(SLOW, Map.of(), bars)));
  }

  @Test
  void a_sweep_is_its_backtests() {
    var settings =
        Sweep.settings(
            new TreeMap<>(),
            List.of(
                new SweepAxis("slow-ma.period", List.of(3.0, 9.0)),
                new SweepAxis("fast-ma.period", List.of(4.0, 7.0))));
    for (SweepRun run : new Sweep(BACKTEST, bars, 2).run(SLOW, settings, _ -> {})) {
      BacktestResult alone = BACKTEST.run("x", bars, Decisions.of(SLOW, run.settings(), bars));
      assertThat(run.trades()).isEqualTo(alone.trades().size()).isPositive();
      assertThat(run.finalEquity()).isEqualTo(alone.finalEquity());
    }
  }

  @Test
  void no_decision_hangs_on_bars_that_were_not_there_yet() {
    LookAhead found = LookAhead.of(Deciding.of(SLOW), bars, new TreeMap<>(), 24);
    assertThat(found.compared()).isGreaterThan(10_000);
    assertThat(found.clean()).as(found.differences().toString()).isTrue();
    Bars holed = holed();
    assertThat(LookAhead.of(Deciding.of(SLOW), holed, new TreeMap<>(), 24).clean()).isTrue();
  }

  private Bars holed() {
    Bars.Builder built = new Bars.Builder(bars.size());
    for (int i = 0; i < bars.size(); i++) {
      if (i % 41 != 15 && i % 300 > 30) {
        built.add(
            bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
      }
    }
    return built.build();
  }

  @Test
  void a_run_of_bars_that_they_cannot_be_made_of_does_not_start() {
    Bars days = bars.slice(0, 300).lasting(BarLength.of(86_400_000));
    assertThatThrownBy(() -> Decisions.of(SLOW, Map.of(), days))
        .isInstanceOf(BadTimeframe.class)
        .hasMessageContaining("series(\"1h\") cannot be made of bars of 1d");
    assertThatThrownBy(() -> Decisions.of(SLOW, Map.of()))
        .hasMessageContaining("bars of unknown length");
    var settings = Sweep.settings(new TreeMap<>(), List.of());
    assertThatThrownBy(() -> new Sweep(BACKTEST, days, 2).run(SLOW, settings, _ -> {}))
        .isInstanceOf(BadTimeframe.class);
  }

  @Test
  void the_length_of_bars_is_the_usual_step_of_the_whole_series() {
    assertThat(bars.length().millis()).isEqualTo(900_000);
    assertThat(holed().length().millis()).isEqualTo(900_000);
    Bars.Builder mixed = new Bars.Builder(8);
    for (long minute : new long[] {0, 60, 61, 62, 120, 180, 240, 241}) {
      mixed.add(minute * 60_000, 1, 1, 1, 1, 1);
    }
    Bars all = mixed.build();
    assertThat(all.length().millis()).as("one of three steps of each").isEqualTo(60_000);
    assertThat(all.slice(3, 7).length().millis()).as("the whole counts").isEqualTo(60_000);
    assertThat(all.slice(0, 1).length().millis()).isEqualTo(60_000);
    assertThat(Bars.NONE.length().millis()).isZero();
    Bars told = all.lasting(BarLength.of(7)).slice(1, 3);
    assertThat(told.length().millis()).isEqualTo(7);
    assertThat(told.time(0)).isEqualTo(all.time(1));
  }

  @Test
  void a_bar_allocates_nothing() {
    long few = allocated(DecisionBlocksTest.market(13, 20_000));
    long many = allocated(DecisionBlocksTest.market(13, 200_000));
    assertThat(many - few).as("bytes of 180,000 bars more").isLessThan(20_000);
  }

  private static long allocated(Bars bars) {
    assertThat(bars.length().millis()).isPositive(); // found once, before
    BacktestPass pass = new BacktestPass(BACKTEST, bars, Optional.empty());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      pass.run(Decisions.of(SLOW, Map.of(), bars), TradeLog.NONE);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
