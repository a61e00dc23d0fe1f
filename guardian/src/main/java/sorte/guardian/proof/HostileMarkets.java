package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import sorte.guardian.child.BarColumns;

/// Markets of our own making that no strategy should fault on.
final class HostileMarkets {

  static final int BARS = 600;

  private static final long SEED = 20_240_229;
  private static final long START = 1_704_067_200_000L;
  private static final long STEP = 900_000;

  /// One market.
  record Named(String name, BarColumns bars) {}

  private interface Close {
    double at(int bar, RandomGenerator random);
  }

  private HostileMarkets() {}

  static List<Named> all() {
    List<Named> all = new ArrayList<>();
    all.add(market("flat", 0, (_, _) -> 100));
    all.add(market("up", 0.001, (i, _) -> 100 + i));
    all.add(market("down", 0.001, (i, _) -> 1_000 - i));
    all.add(market("spikes", 0.01, (i, _) -> i % 50 == 0 ? 10_000 : 100));
    all.add(market("gaps", 0.001, (i, _) -> i % 100 < 50 ? 100 : 55));
    all.add(market("tiny", 0.01, (_, r) -> 1e-8 * (1 + r.nextDouble())));
    all.add(market("huge", 0.01, (_, r) -> 1e9 * (1 + r.nextDouble())));
    all.add(market("noise", 0.02, (_, r) -> 50 + 100 * r.nextDouble()));
    all.add(market("saw", 0.001, (i, _) -> 100 + (i % 2 == 0 ? 1 : -1)));
    all.add(market("jumps", 0.005, (i, r) -> r.nextInt(40) == 0 ? 30 : 90 + i % 7));
    return List.copyOf(all);
  }

  private static Named market(String name, double wick, Close closes) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    BarColumns bars =
        new BarColumns(
            new long[BARS],
            new double[BARS],
            new double[BARS],
            new double[BARS],
            new double[BARS],
            new double[BARS]);
    double before = closes.at(0, random);
    for (int i = 0; i < BARS; i++) {
      double close = closes.at(i, random);
      bars.time()[i] = START + i * STEP;
      bars.open()[i] = before;
      bars.close()[i] = close;
      bars.high()[i] = Math.max(before, close) * (1 + wick);
      bars.low()[i] = Math.min(before, close) * (1 - wick);
      bars.volume()[i] = name.equals("flat") || i % 17 == 0 ? 0 : 1 + random.nextInt(1_000);
      before = close;
    }
    return new Named(name, bars);
  }
}
