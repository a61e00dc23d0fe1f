package sorte.strategy.run;

/// Bars made from a seed by additions and multiplications alone, so that they are the same bits on
/// every machine. Good for trying rules; no claim of being like a real market.
final class MadeUpMarket {
  private static final int MAX_BARS = 1_000_000;
  private static final int STRETCH = 64;

  private long state;

  private MadeUpMarket(long seed) {
    this.state = seed;
  }

  /// Bars as `{open, high, low, close, volume}`.
  static double[][] bars(long seed, int count) {
    if (count < 0 || count > MAX_BARS) {
      throw new IllegalArgumentException(
          "a made-up market has up to " + MAX_BARS + " bars, was asked for " + count);
    }
    MadeUpMarket market = new MadeUpMarket(seed);
    double[][] bars = new double[count][];
    double close = 100;
    double drift = 0;
    double spread = 0.01;
    for (int i = 0; i < count; i++) {
      if (i % STRETCH == 0) {
        drift = (market.uniform() - 0.5) * 0.008;
        spread = 0.002 + 0.02 * market.uniform();
        drift = close > 1_000 ? -0.004 : close < 10 ? 0.004 : drift;
      }
      double open = close;
      close = open * (1 + drift + spread * (market.uniform() - 0.5));
      double high = Math.max(open, close) * (1 + 0.3 * spread * market.uniform());
      double low = Math.min(open, close) * (1 - 0.3 * spread * market.uniform());
      bars[i] = new double[] {open, high, low, close, Math.rint(1 + 1_000 * market.uniform())};
    }
    return bars;
  }

  /// Evenly spread over [0, 1), by a multiplicative scramble of a counter.
  private double uniform() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
