package sorte.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import sorte.strategies.SmaCrossLong;
import sorte.trading.engine.LiveCost;
import sorte.trading.market.Bars;
import sorte.trading.release.Admits;
import sorte.trading.release.Attestation;
import sorte.trading.release.Release;
import sorte.trading.release.ReleaseLoader;
import sorte.trading.slot.Decider;

/// The live path: market event in memory to order handed to the venue, the journal on.
final class LiveTable {
  /// Bars before anything is measured: the compiler is done with this path after half of them.
  private static final int WARM = 1_000_000;

  private static final int MEASURED = 600_000;
  private static final int FORCED_EVERY = 200;
  private static final int FORCED_BARS = 40_000;
  private static final int CALIBRATING = 20_000_000;

  /// What one in a thousand may not exceed.
  private static final long GOAL_NANOS = 20_000;

  /// So many stretches of the machine alone for each of the path.
  private static final int ALONE = 20;

  private LiveTable() {}

  static void print() throws IOException {
    Table.title("Live: market event in memory to order handed to the venue, journal on");
    Path folder = Files.createTempDirectory("sorte-live-");
    try (LiveCost live = new LiveCost(folder.resolve("journal"))) {
      live.serve(release());
      Bars bars = Walk.of(5, WARM + MEASURED + FORCED_BARS);
      live.run(bars, 0, WARM);
      Histogram path = histogram(live.run(bars, WARM, WARM + MEASURED));
      row("event to order", path);
      row("the machine alone: as long, and nothing but arithmetic", machine(path));
      Histogram forces = new Histogram(3);
      Histogram forced = new Histogram(3);
      for (int at = WARM + MEASURED; at < bars.size(); at += FORCED_EVERY) {
        for (long nanos : live.run(bars, at, at + FORCED_EVERY)) {
          forced.recordValue(nanos);
        }
        forces.recordValue(live.force());
      }
      row("the same, an fsync after each batch of " + FORCED_EVERY + " bars", forced);
      row("that fsync itself", forces);
    } catch (Decider.DoesNotStart e) {
      throw new IllegalStateException(e);
    } finally {
      delete(folder);
    }
  }

  private static Release release() {
    ReleaseLoader.Metered metered = Woven.of(SmaCrossLong.class);
    String digest = "0".repeat(64);
    return new Release(
        digest,
        new Attestation(
            digest,
            new TreeMap<>(),
            "sma-cross-long",
            SmaCrossLong.class.getName(),
            "1",
            "measured",
            "2026-01-01T00:00:00Z",
            Admits.CAPITAL,
            0),
        metered.type(),
        metered.meter());
  }

  private static Histogram histogram(long[] nanos) {
    Histogram histogram = new Histogram(3);
    for (long each : nanos) {
      histogram.recordValue(each);
    }
    return histogram;
  }

  /// What becomes of stretches as long as the path's median, in which nothing is asked of memory,
  /// disk or system: what is slow here was the machine's doing, and is in the path's figures too.
  private static Histogram machine(Histogram path) {
    long value = stretch(1, CALIBRATING);
    long started = System.nanoTime();
    value = stretch(value, CALIBRATING);
    double each = (double) (System.nanoTime() - started) / CALIBRATING;
    int steps = Math.max(1, (int) (path.getValueAtPercentile(50) / each));
    Histogram alone = new Histogram(3);
    for (long n = path.getTotalCount() * ALONE; n > 0; n--) {
      started = System.nanoTime();
      value = stretch(value, steps);
      alone.recordValue(System.nanoTime() - started);
    }
    if (value == 0) {
      throw new IllegalStateException("an odd number became even");
    }
    return alone;
  }

  private static long stretch(long value, int steps) {
    for (int i = 0; i < steps; i++) {
      value = (value ^ value >>> 7) * 6364136223846793005L | 1;
    }
    return value;
  }

  private static void row(String what, Histogram nanos) {
    Table.row(
        "%-52s n %6d  p50 %8.2f us  p99 %8.2f us  p99.9 %8.2f us  max %8.2f us"
            + "  over 20 us: %.1f of 10,000",
        what,
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / 1000.0,
        nanos.getValueAtPercentile(99) / 1000.0,
        nanos.getValueAtPercentile(99.9) / 1000.0,
        nanos.getMaxValue() / 1000.0,
        nanos.getCountBetweenValues(GOAL_NANOS, Long.MAX_VALUE) * 10_000.0 / nanos.getTotalCount());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
