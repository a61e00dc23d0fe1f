package sorte.trading.backtest;

import java.util.SplittableRandom;
import sorte.trading.market.Bars;
import sorte.trading.money.Costs;

/// A random series and random costs, told by a seed. Coarse ticks on some make ties; wild moves on
/// some break accounts that are short.
record RandomSeries(long seed) {

  Bars bars() {
    SplittableRandom random = new SplittableRandom(seed);
    int count = random.nextInt(15, 1500);
    double tick = new double[] {1e-4, 0.01, 0.5, 1}[random.nextInt(4)];
    double wildness = new double[] {0.002, 0.01, 0.03, 0.25}[random.nextInt(4)];
    double price = random.nextDouble(20, 500);
    Bars.Builder bars = new Bars.Builder(count);
    for (int i = 0; i < count; i++) {
      double open = ticked(price * (1 + wildness * 0.3 * random.nextGaussian()), tick);
      double close = ticked(open * Math.exp(wildness * random.nextGaussian()), tick);
      double high = ticked(Math.max(open, close) * (1 + wildness * random.nextDouble()), tick);
      double low = ticked(Math.min(open, close) * (1 - wildness * random.nextDouble()), tick);
      double top = Math.max(high, Math.max(open, close));
      double bottom = Math.min(low, Math.min(open, close));
      bars.add(i * 3_600_000L, open, top, bottom, close, random.nextInt(1000));
      price = Math.clamp(close, 5, 5000);
    }
    return bars.build();
  }

  Costs costs() {
    SplittableRandom random = new SplittableRandom(~seed);
    double fee = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.01);
    double spread = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.01);
    return new Costs(fee, spread, 0);
  }

  private static double ticked(double price, double tick) {
    return Math.max(tick, Math.rint(price / tick) * tick);
  }
}
