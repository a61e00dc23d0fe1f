package sorte.data.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import sorte.trading.market.Bars;

/// Bars for tests: made from a seed, or recorded ones beside the repository.
final class TestBars {
  static final long MINUTE = 60_000;

  /// 2024-01-01T00:00:00Z, a Monday.
  static final long START = 1_704_067_200_000L;

  private TestBars() {}

  /// Bars without gaps, from [#START] on.
  static Bars walk(long seed, int count, long millis) {
    SplittableRandom random = new SplittableRandom(seed);
    Bars.Builder bars = new Bars.Builder(count);
    double price = 100;
    for (int i = 0; i < count; i++) {
      double open = price;
      double close = open * (1 + 0.004 * (random.nextDouble() - 0.5));
      double high = Math.max(open, close) * (1 + 0.001 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.001 * random.nextDouble());
      bars.add(START + i * millis, open, high, low, close, random.nextInt(1, 1000) / 7.0);
      price = close;
    }
    return bars.build();
  }

  /// All bars but those from `from` up to, not including, `to`.
  static Bars without(Bars bars, int from, int to) {
    Bars.Builder out = new Bars.Builder(bars.size());
    for (int i = 0; i < bars.size(); i++) {
      if (i < from || i >= to) {
        add(out, bars, i, bars.time(i));
      }
    }
    return out.build();
  }

  static Bars moved(Bars bars, int from, long millis) {
    Bars.Builder out = new Bars.Builder(bars.size());
    for (int i = 0; i < bars.size(); i++) {
      add(out, bars, i, bars.time(i) + (i < from ? 0 : millis));
    }
    return out.build();
  }

  private static void add(Bars.Builder out, Bars bars, int i, long time) {
    out.add(time, bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
  }

  /// A recorded series of `../shared/data`; where there is none the test is skipped.
  static Path shared(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("shared/data").resolve(name))) {
      folder = folder.getParent();
    }
    assumeTrue(folder != null, () -> "skipped: no ../shared/data/" + name);
    return folder.resolve("shared/data").resolve(name);
  }
}
