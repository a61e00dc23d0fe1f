package sorte.trading.engine;

import java.util.List;
import java.util.SplittableRandom;
import sorte.trading.journal.Event;
import sorte.trading.market.BuiltInMarket;

/// The bars of one simulation: the built-in market's, at times gapped by a third, by a clock that
/// at times jumps. It never goes back: of a feed whose clock does, no bar is taken in until it is
/// past where it was, which is a jump, too.
final class Market {
  private static final double TICKS = 100;
  private static final long HOUR = 3_600_000;
  private static final int MOST_HOURS_OFF = 60;

  private final Event.BarClosed[] bars;

  private static final int WILD_ONCE_IN = 60;

  /// @param wild whether it gaps often, by itself
  Market(long seed, int size, List<Fault> faults, boolean wild) {
    bars = new Event.BarClosed[size];
    SplittableRandom random = new SplittableRandom(seed);
    BuiltInMarket built = new BuiltInMarket(seed >>> 8);
    double factor = 1;
    long[] off = new long[size];
    for (Fault fault : faults) {
      if (fault.kind() == Fault.Kind.CLOCK_JUMPS) {
        long hours = random.nextInt(1, MOST_HOURS_OFF + 1);
        for (int bar = fault.from(); bar < size; bar++) {
          off[bar] += hours * HOUR;
        }
      }
    }
    for (int bar = 0; bar < size; bar++) {
      for (Fault fault : faults) {
        if (fault.kind() == Fault.Kind.MARKET_GAPS && fault.from() == bar) {
          factor *= random.nextBoolean() ? 0.7 : 1.4;
        }
      }
      if (wild && bar > World.HISTORY && random.nextInt(WILD_ONCE_IN) == 0) {
        factor *= random.nextBoolean() ? 0.7 : 1.4;
      }
      built.advance();
      bars[bar] =
          new Event.BarClosed(
              bar,
              true,
              built.time() + off[bar],
              ticks(built.open() * factor),
              ticks(built.high() * factor),
              ticks(built.low() * factor),
              ticks(built.close() * factor),
              built.volume());
    }
  }

  private static double ticks(double price) {
    return Math.rint(price * TICKS) / TICKS;
  }

  int size() {
    return bars.length;
  }

  Event.BarClosed at(int number) {
    return bars[number];
  }

  Event.BarClosed bar(int number, boolean live) {
    Event.BarClosed b = bars[number];
    return new Event.BarClosed(
        number, live, b.time(), b.open(), b.high(), b.low(), b.close(), b.volume());
  }
}
