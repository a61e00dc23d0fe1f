package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sorte.strategies.BollingerBreakout;
import sorte.strategies.DonchianTrend;
import sorte.strategies.EmaCross;
import sorte.strategies.MacdCross;
import sorte.strategies.RsiMeanReversion;
import sorte.strategies.SmaCrossLong;
import sorte.strategies.SmaCrossReverse;
import sorte.strategies.TurtleAtrStop;
import sorte.strategy.run.IndicatorMemo;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;
import sorte.trading.money.TradeLog;
import sorte.trading.release.ReleaseLoader;

/// Many bars at once, in a loop of the strategy's own, with indicators by columns or out of a memo:
/// always what comes bar by bar, in bits.
class DecisionBlocksTest {
  private static final int BARS = 5000;

  /// What a run may allocate, however many bars it has.
  private static final long ONCE = 200_000;

  static Stream<Class<?>> strategies() {
    return Stream.of(
        SmaCrossLong.class,
        SmaCrossReverse.class,
        EmaCross.class,
        MacdCross.class,
        RsiMeanReversion.class,
        BollingerBreakout.class,
        DonchianTrend.class,
        TurtleAtrStop.class,
        OwnMemory.class,
        Everything.class);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void blocks_of_any_size_decide_as_bar_by_bar(Class<?> strategy) {
    Bars bars = market(11, BARS).slice(7, BARS);
    StrategyType type = StrategyType.of(strategy);
    String alone = alone(bars, Runner.start(type, Map.of()));
    for (int block : new int[] {1, 2, 3, 64, 1999, BARS}) {
      assertThat(blocks(bars, Runner.start(type, Map.of()), block))
          .as("%d", block)
          .isEqualTo(alone);
    }
    IndicatorMemo memo = bars.memo();
    memo.learn(type, Map.of(), ZoneOffset.UTC);
    for (int block : new int[] {1, 64, BARS}) {
      Runner recalled = Runner.start(type, Map.of(), ZoneOffset.UTC, memo);
      assertThat(blocks(bars, recalled, block)).as("memo, %d", block).isEqualTo(alone);
    }
    assertThat(alone(bars, Runner.start(type, Map.of(), ZoneOffset.UTC, memo))).isEqualTo(alone);
  }

  @Test
  void a_metered_release_decides_as_the_same_class_unmetered() throws Exception {
    Bars bars = market(12, BARS);
    TreeMap<String, byte[]> classes = new TreeMap<>();
    for (Class<?> c : List.of(EmaCross.class, EmaCross.Parameters.class)) {
      try (var in = c.getResourceAsStream("/" + c.getName().replace('.', '/') + ".class")) {
        classes.put(c.getName(), in.readAllBytes());
      }
    }
    ReleaseLoader.Metered loaded = ReleaseLoader.load(classes, EmaCross.class.getName());
    Decisions metered = Decisions.metered(StrategyType.of(loaded.type()), Map.of(), loaded.meter());
    Backtest backtest = Backtest.with(Costs.fee(0.001));
    assertThat(backtest.run("x", bars, metered))
        .isEqualTo(
            backtest.run("x", bars, Decisions.of(StrategyType.of(EmaCross.class), Map.of())));
  }

  @Test
  void a_run_allocates_nothing_that_grows_with_its_bars() {
    long few = allocated(20_000);
    long many = allocated(200_000);
    assertThat(few).isLessThan(ONCE);
    assertThat(many).as("bytes of 200,000 bars; 20,000 took " + few).isLessThan(ONCE);
  }

  private static long allocated(int count) {
    Bars bars = market(13, count);
    Backtest backtest =
        new Backtest(
            Costs.fee(1e-5),
            Fill.NEXT_OPEN,
            1_000_000 * Money.ONE,
            Instrument.wholeUnits("DATA"),
            ZoneOffset.UTC);
    StrategyType type = StrategyType.of(SmaCrossLong.class);
    BacktestPass pass = new BacktestPass(backtest, bars, Optional.empty());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      pass.run(Decisions.of(type, Map.of()), TradeLog.NONE);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  static Bars market(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    Bars.Builder bars = new Bars.Builder(count);
    double last = 100;
    for (int i = 0; i < count; i++) {
      double open = last;
      double close = open * (1 + 0.02 * (random.nextDouble() - 0.5)) + 0.001 * (100 - open);
      double high = Math.max(open, close) + random.nextInt(3) * 0.1;
      double low = Math.min(open, close) - random.nextInt(3) * 0.1;
      bars.add(i * 900_000L, open, high, low, close, random.nextInt(100));
      last = close;
    }
    return bars.build();
  }

  private static String alone(Bars bars, Runner runner) {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < bars.size(); i++) {
      said.append(
          runner.onBar(
              bars.time(i),
              bars.open(i),
              bars.high(i),
              bars.low(i),
              bars.close(i),
              bars.volume(i)));
      said.append(' ')
          .append(i < runner.firstDecisionBar() ? "" : runner.stopDistance())
          .append(' ');
    }
    return said.toString();
  }

  private static String blocks(Bars bars, Runner runner, int block) {
    StringBuilder said = new StringBuilder();
    byte[] signals = new byte[block];
    double[] stops = new double[block];
    for (int from = 0; from < bars.size(); from += block) {
      int to = Math.min(bars.size(), from + block);
      java.util.Arrays.fill(stops, Double.NaN);
      bars.show(runner, from, to, signals, stops);
      for (int i = from; i < to; i++) {
        said.append(signals[i - from]).append(' ');
        said.append(i < runner.firstDecisionBar() ? "" : stops[i - from]).append(' ');
      }
    }
    return said.toString();
  }
}
