package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import sorte.guardian.child.BarColumns;

/// Markets of our own making that no strategy should fault on.
final class HostileMarkets {

  static final int BARS = 600;

  /// How long a bar is where nothing tells: a quarter of an hour.
  static final long USUAL_MILLIS = 900_000;

  private static final long SEED = 20_240_229;
  private static final long START = 1_704_067_200_000L;

  /// One market.
  record Named(String name, BarColumns bars) {}

  private interface Close {
    double at(int bar, RandomGenerator random);
  }

  private HostileMarkets() {}

  /// @param barMillis how long a bar is: as long as those of the history, so that a strategy may
  ///   look at the same slower ones
  static List<Named> all(long barMillis) {
    List<Named> all = new ArrayList<>();
    all.add(market(barMillis, "flat", 0, (_, _) -> 100));
    all.add(market(barMillis, "up", 0.001, (i, _) -> 100 + i));
    all.add(market(barMillis, "down", 0.001, (i, _) -> 1_000 - i));
    all.add(market(barMillis, "spikes", 0.01, (i, _) -> i % 50 == 0 ? 10_000 : 100));
    all.add(market(barMillis, "gaps", 0.001, (i, _) -> i % 100 < 50 ? 100 : 55));
    all.add(market(barMillis, "tiny", 0.01, (_, r) -> 1e-8 * (1 + r.nextDouble())));
    all.add(market(barMillis, "huge", 0.01, (_, r) -> 1e9 * (1 + r.nextDouble())));
    all.add(market(barMillis, "noise", 0.02, (_, r) -> 50 + 100 * r.nextDouble()));
    all.add(market(barMillis, "saw", 0.001, (i, _) -> 100 + (i % 2 == 0 ? 1 : -1)));
    all.add(market(barMillis, "jumps", 0.005, (i, r) -> r.nextInt(40) == 0 ? 30 : 90 + i % 7));
    all.add(market(barMillis, "crash", 0.01, (i, r) -> i < 300 ? 100 + r.nextInt(9) : 0.5));
    all.add(market(barMillis, "surge", 0.001, (i, _) -> StrictMath.pow(1.05, i)));
    all.add(market(barMillis, "still", 0, (i, r) -> i < 200 ? 90 + r.nextInt(20) : 100));
    all.add(halts(market(barMillis, "halts", 0.01, (i, r) -> 100 + i % 60 + r.nextDouble())));
    return List.copyOf(all);
  }

  /// Once an hour of bars trading stops, for half an hour of bars or for a day of them.
  private static Named halts(Named market) {
    long[] time = market.bars().time();
    long stopped = 0;
    for (int i = 0; i < time.length; i++) {
      stopped += i % 60 != 59 ? 0 : i % 120 == 59 ? 30 : 1_440;
      time[i] += stopped * market.bars().barMillis();
    }
    return market;
  }

  private static Named market(long barMillis, String name, double wick, Close closes) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    BarColumns bars = BarColumns.room(barMillis, BARS);
    double before = closes.at(0, random);
    for (int i = 0; i < BARS; i++) {
      double close = closes.at(i, random);
      bars.time()[i] = START + i * barMillis;
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
