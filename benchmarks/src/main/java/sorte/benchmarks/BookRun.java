package sorte.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import sorte.trading.book.BookEvents;
import sorte.trading.book.OrderBook;
import sorte.trading.book.Refusal;

/// The order book on one thread: commands a second, and how long one takes. `BookRun [COMMANDS]`.
public final class BookRun {
  private static final int RUNS = 5;
  private static final int WARM_UP = 3;

  private BookRun() {}

  /// What is heard must be used, or the work for it could be left out.
  private static final class Sum implements BookEvents {
    long sum;
    long trades;
    long rejected;

    @Override
    public void accepted(long order, boolean buy, long ticks, long lots) {
      sum += order ^ lots;
    }

    @Override
    public void traded(long taker, long maker, long ticks, long lots) {
      trades++;
      sum += maker ^ lots;
    }

    @Override
    public void cancelled(long order, long lots) {
      sum += order + lots;
    }

    @Override
    public void modified(long order, long ticks, long lots) {
      sum += order - lots;
    }

    @Override
    public void rejected(long order, Refusal why) {
      rejected++;
    }
  }

  public static void main(String[] arguments) {
    int commands = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000_000;
    long seed = 1;
    BookScript script = new BookScript(seed, commands);
    System.out.printf(
        Locale.ROOT,
        "seed %d, %,d commands: 50%% limit, 40%% cancel, 10%% immediate-or-cancel within %d ticks, %,d orders resting at first; load average %.2f%n",
        seed,
        commands,
        BookScript.TICKS,
        BookScript.RESTING,
        load());
    for (int i = 0; i < WARM_UP; i++) {
      throughput(script, commands);
    }
    double[] rates = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      rates[i] = throughput(script, commands);
      System.out.printf(
          Locale.ROOT,
          "run %d: %.2f M commands/s, load average %.2f%n",
          i + 1,
          rates[i] / 1e6,
          load());
    }
    Histogram all = new Histogram(1_000_000_000, 3);
    double[] medians = new double[RUNS];
    double[] tails = new double[RUNS];
    latency(script, commands);
    for (int i = 0; i < RUNS; i++) {
      Histogram one = latency(script, commands);
      medians[i] = one.getValueAtPercentile(50);
      tails[i] = one.getValueAtPercentile(99);
      all.add(one);
    }
    System.out.printf(Locale.ROOT, "median of %d: %.2f M commands/s%n", RUNS, median(rates) / 1e6);
    System.out.printf(
        Locale.ROOT,
        "one command, the clock's own reading included (median of %d): p50 %.0f ns, p99 %.0f ns; all runs: p99.9 %d ns, p99.99 %d ns, most %d ns%n",
        RUNS,
        median(medians),
        median(tails),
        all.getValueAtPercentile(99.9),
        all.getValueAtPercentile(99.99),
        all.getMaxValue());
    System.out.printf(Locale.ROOT, "reading the clock alone: p50 %d ns%n", clock());
    System.out.printf(Locale.ROOT, "load average at the end %.2f%n", load());
  }

  private static double throughput(BookScript script, int commands) {
    Sum sum = new Sum();
    OrderBook book = filled(script, sum);
    int end = BookScript.RESTING + commands;
    long started = System.nanoTime();
    for (int i = BookScript.RESTING; i < end; i++) {
      script.carryOut(book, i);
    }
    long took = System.nanoTime() - started;
    used(sum, book);
    return commands * 1e9 / took;
  }

  private static Histogram latency(BookScript script, int commands) {
    Histogram histogram = new Histogram(1_000_000_000, 3);
    Sum sum = new Sum();
    OrderBook book = filled(script, sum);
    int end = BookScript.RESTING + commands;
    for (int i = BookScript.RESTING; i < end; i++) {
      long started = System.nanoTime();
      script.carryOut(book, i);
      histogram.recordValue(System.nanoTime() - started);
    }
    used(sum, book);
    return histogram;
  }

  private static OrderBook filled(BookScript script, Sum sum) {
    OrderBook book = new OrderBook(sum, 1 << 16);
    for (int i = 0; i < BookScript.RESTING; i++) {
      script.carryOut(book, i);
    }
    return book;
  }

  private static void used(Sum sum, OrderBook book) {
    if (sum.rejected != 0 || sum.trades == 0 || sum.sum == 0) {
      throw new IllegalStateException(
          "%d rejected, %d trades, %d open".formatted(sum.rejected, sum.trades, book.open()));
    }
  }

  static long clock() {
    Histogram histogram = new Histogram(1_000_000_000, 3);
    for (int i = 0; i < 1_000_000; i++) {
      long started = System.nanoTime();
      histogram.recordValue(System.nanoTime() - started);
    }
    return histogram.getValueAtPercentile(50);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
