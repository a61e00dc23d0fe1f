package sorte.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import sorte.data.store.MarketStore;
import sorte.data.store.Series;
import sorte.trading.market.Bars;
import sorte.trading.market.MarketSource;

/// Stores a long series of the built-in market, and loads it as a backtest does:
/// `benchmarks/data-load`.
public final class DataLoad {
  private static final Series SERIES = Series.of("SIM-USD", "15m");
  private static final long SEED = 1;
  private static final double NANOS_A_MILLI = 1e6;

  private DataLoad() {}

  public static void main(String[] arguments) throws IOException {
    MarketStore store = MarketStore.at(Path.of(arguments[1]));
    int count = Integer.parseInt(arguments[2]);
    if (arguments[0].equals("make")) {
      make(store, count);
    } else {
      load(store, count);
    }
  }

  private static void make(MarketStore store, int count) throws IOException {
    if (store.stored(SERIES).filter(known -> known.rows() == count).isPresent()) {
      return;
    }
    Bars bars = new MarketSource.BuiltIn(SEED).from(0).take(count);
    long start = System.nanoTime();
    store.put(SERIES, bars, "the built-in market", true);
    say("stored %,d bars in %.0f ms", count, (System.nanoTime() - start) / NANOS_A_MILLI);
  }

  private static void load(MarketStore store, int count) throws IOException {
    var thread = ManagementFactory.getThreadMXBean();
    long worked = thread.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    Bars bars = store.bars(SERIES).orElseThrow().bars();
    double millis = (System.nanoTime() - start) / NANOS_A_MILLI;
    double work = (thread.getCurrentThreadCpuTime() - worked) / NANOS_A_MILLI;
    if (bars.size() != count) {
      throw new IllegalStateException("loaded " + bars.size() + " of " + count + " bars");
    }
    say(
        "loaded %,d bars in %.0f ms (%.0f ms of processor time); resident at most %s; load average %.1f",
        count,
        millis,
        work,
        highest(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /// The most memory that this process has had resident, as the kernel tells it.
  private static String highest() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .map(kilobytes -> Long.parseLong(kilobytes) / 1024 + " MB")
        .findFirst()
        .orElse("unknown");
  }

  private static void say(String words, Object... values) {
    System.out.println(String.format(Locale.ROOT, words, values));
  }
}
