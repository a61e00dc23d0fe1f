package sorte.trading.analysis;

import java.util.SortedMap;
import java.util.TreeMap;
import sorte.strategies.SmaCrossLong;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;
import sorte.trading.market.SplitMix;

/// Seeded bars for these tests, one a day.
final class Waves {
  static final long SEED = 20_240_607;
  static final SortedMap<String, Double> NO_SETTINGS = new TreeMap<>();
  static final StrategyType CROSSING = StrategyType.of(SmaCrossLong.class);
  private static final long DAY = 86_400_000;

  private Waves() {}

  static Bars of(int count) {
    SplitMix random = new SplitMix(SEED);
    Bars.Builder built = new Bars.Builder(count);
    double last = 100;
    for (int i = 0; i < count; i++) {
      double close = last * (1 + 0.01 * random.normal());
      double high = Math.max(last, close) * (1 + 0.003 * random.uniform());
      double low = Math.min(last, close) * (1 - 0.003 * random.uniform());
      built.add(i * DAY, last, high, low, close, 1_000 * random.uniform());
      last = close;
    }
    return built.build();
  }
}
