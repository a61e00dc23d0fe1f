package sorte.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Measures by the median of five and prints rows.
final class Table {
  static final int ROUNDS = 5;

  private Table() {}

  static void title(String text) {
    System.out.printf(Locale.ROOT, "%n## %s (load average %.2f)%n", text, load());
  }

  static void row(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /// The median nanoseconds of each of these works, done in turns so that what else the machine
  /// does falls on all of them; a turn for each before, unmeasured.
  static long[] medians(int warmUps, Runnable... works) {
    return medians(System::nanoTime, warmUps, works);
  }

  /// The same in processor time of this thread: for works that run on one thread, what a quiet
  /// machine's clock would say.
  static long[] processorMedians(int warmUps, Runnable... works) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return medians(threads::getCurrentThreadCpuTime, warmUps, works);
  }

  private static long[] medians(LongSupplier clock, int warmUps, Runnable... works) {
    long[][] nanos = new long[works.length][ROUNDS];
    for (int round = -warmUps; round < ROUNDS; round++) {
      for (int w = 0; w < works.length; w++) {
        long start = clock.getAsLong();
        works[w].run();
        if (round >= 0) {
          nanos[w][round] = clock.getAsLong() - start;
        }
      }
    }
    long[] medians = new long[works.length];
    for (int w = 0; w < works.length; w++) {
      Arrays.sort(nanos[w]);
      medians[w] = nanos[w][ROUNDS / 2];
    }
    return medians;
  }
}
