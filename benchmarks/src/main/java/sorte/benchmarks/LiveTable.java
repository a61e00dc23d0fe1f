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
  private static final int WARM = 300_000;
  private static final int MEASURED = 600_000;
  private static final int FORCED_EVERY = 200;
  private static final int FORCED_BARS = 40_000;

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

  private static void row(String what, Histogram nanos) {
    Table.row(
        "%-52s n %6d  p50 %8.2f us  p99 %8.2f us  p99.9 %8.2f us  max %8.2f us",
        what,
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / 1000.0,
        nanos.getValueAtPercentile(99) / 1000.0,
        nanos.getValueAtPercentile(99.9) / 1000.0,
        nanos.getMaxValue() / 1000.0);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
