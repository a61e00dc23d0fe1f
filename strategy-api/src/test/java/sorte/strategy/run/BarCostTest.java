package sorte.strategy.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a bar costs.
class BarCostTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 4;

  @Test
  void a_hundred_thousand_bars_allocate_nothing() {
    double[][] bars = MadeUpMarket.bars(1, 100_000);
    Runner runner = Runner.start(StrategyType.of(Samples.Busy.class), Map.of());
    run(runner, bars, 0); // every class loaded, every product made
    long least = Long.MAX_VALUE;
    int signals = 0;
    // The JVM itself puts a few bytes to this thread's account now and then while it compiles: a
    // bar that allocates shows in every round, those do not.
    for (int round = 1; round <= ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      signals += run(runner, bars, round * bars.length);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(signals).isNotZero();
    assertThat(least).as("bytes allocated by 100,000 bars").isZero();
  }

  @Test
  @Tag("long")
  void the_throughput_is_said() {
    double[][] bars = MadeUpMarket.bars(1, 1_000_000);
    for (Class<?> type : new Class<?>[] {Samples.Follow.class, Samples.Busy.class}) {
      long best = Long.MAX_VALUE;
      for (int round = 0; round < 7; round++) {
        Runner runner = Runner.start(StrategyType.of(type), Map.of());
        long start = THREADS.getCurrentThreadCpuTime();
        run(runner, bars, 0);
        best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
      }
      System.out.printf(
          java.util.Locale.ROOT,
          "%s: %.1f ns of processor time a bar%n",
          type.getSimpleName(),
          best / 1e6);
      assertThat(best)
          .as("nanoseconds of processor time for a million bars")
          .isLessThan(5_000_000_000L);
    }
  }

  private static int run(Runner runner, double[][] bars, int offset) {
    int signals = 0;
    for (int i = 0; i < bars.length; i++) {
      double[] bar = bars[i];
      signals += runner.onBar((offset + i) * 900_000L, bar[0], bar[1], bar[2], bar[3], bar[4]);
    }
    return signals;
  }
}
