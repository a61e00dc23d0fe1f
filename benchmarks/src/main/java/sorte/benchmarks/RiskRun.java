package sorte.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import sorte.trading.risk.Limits;
import sorte.trading.risk.Passage;
import sorte.trading.risk.RiskCheck;
import sorte.trading.risk.Standing;

/// The last check on one order, as the trader asks it: how long it takes, and what it allocates
/// where an order passes.
public final class RiskRun {
  private static final int RUNS = 5;
  private static final int ORDERS = 1_000_000;
  private static final int STANDINGS = 1024;

  private RiskRun() {}

  public static void main(String[] arguments) {
    RiskCheck risk = new RiskCheck(new Limits(0.5, 1.05, 0.1, 0.15, 0.5, 400));
    SplittableRandom random = new SplittableRandom(1);
    Standing[] standings = new Standing[STANDINGS];
    double[] quantities = new double[STANDINGS];
    for (int i = 0; i < STANDINGS; i++) {
      double position = random.nextDouble(-60, 60);
      standings[i] =
          new Standing(position, 10_000, 100, 10_500, 11_000, 7, 0, Standing.Mode.RUNNING, false);
      quantities[i] = random.nextDouble(-60, 60);
    }
    System.out.printf(
        Locale.ROOT, "seed 1, %,d orders a run; load average %.2f%n", ORDERS, BookRun.load());
    double[] medians = new double[RUNS];
    double[] tails = new double[RUNS];
    Histogram all = new Histogram(1_000_000_000, 3);
    Histogram _ = run(risk, standings, quantities);
    for (int i = 0; i < RUNS; i++) {
      Histogram one = run(risk, standings, quantities);
      medians[i] = one.getValueAtPercentile(50);
      tails[i] = one.getValueAtPercentile(99);
      all.add(one);
    }
    System.out.printf(
        Locale.ROOT,
        "one check, the clock's own reading included (median of %d): p50 %.0f ns, p99 %.0f ns; all runs: p99.9 %d ns, most %d ns%n",
        RUNS,
        BookRun.median(medians),
        BookRun.median(tails),
        all.getValueAtPercentile(99.9),
        all.getMaxValue());
    System.out.printf(Locale.ROOT, "reading the clock alone: p50 %d ns%n", BookRun.clock());
    System.out.printf(
        Locale.ROOT,
        "allocated by %,d orders that pass: %d bytes%n",
        ORDERS,
        allocated(risk, standings[0]));
    System.out.printf(Locale.ROOT, "load average at the end %.2f%n", BookRun.load());
  }

  private static Histogram run(RiskCheck risk, Standing[] standings, double[] quantities) {
    Histogram histogram = new Histogram(1_000_000_000, 3);
    int passed = 0;
    for (int i = 0; i < ORDERS; i++) {
      int at = i & (STANDINGS - 1);
      long started = System.nanoTime();
      Passage passage = risk.check(i + 1, quantities[at], 101, (i & 7) == 0, standings[at]);
      long took = System.nanoTime() - started;
      passed += passage instanceof Passage.Passed ? 1 : 0;
      histogram.recordValue(took);
    }
    if (passed == 0 || passed == ORDERS) {
      throw new IllegalStateException(passed + " of " + ORDERS + " passed");
    }
    return histogram;
  }

  private static long allocated(RiskCheck risk, Standing standing) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double quantity = -standing.position() / 2;
    int passed = 0;
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ORDERS; i++) {
      passed += risk.check(i + 1, quantity, 101, false, standing) instanceof Passage.Passed ? 1 : 0;
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    if (passed != ORDERS) {
      throw new IllegalStateException(passed + " of " + ORDERS + " passed");
    }
    return bytes;
  }
}
