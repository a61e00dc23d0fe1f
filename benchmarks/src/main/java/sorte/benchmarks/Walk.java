package sorte.benchmarks;

import java.util.SplittableRandom;
import sorte.trading.market.Bars;

/// A walk that never ties and never runs away, told by its seed: bars a minute apart, around 100.
final class Walk {
  private static final long MINUTE = 60_000;

  private Walk() {}

  static Bars of(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    Bars.Builder bars = new Bars.Builder(count);
    double last = 100;
    for (int i = 0; i < count; i++) {
      double open = last;
      double move = 0.004 * (random.nextDouble() - 0.5);
      double close = open * (1 + move) + 0.00005 * (100 - open);
      double reach = 0.05 * random.nextDouble();
      bars.add(
          i * MINUTE,
          open,
          Math.max(open, close) + reach,
          Math.min(open, close) - reach,
          close,
          1 + i % 7);
      last = close * (1 + 0.0001 * (random.nextDouble() - 0.5));
    }
    return bars.build();
  }
}
