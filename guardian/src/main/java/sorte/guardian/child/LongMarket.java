package sorte.guardian.child;

import java.util.SplittableRandom;

/// A hostile market of up to a million bars, which a child makes for itself before it decides on
/// each: calm, wild, one-sided, still, sawing, leaping and halted by turns, the same whoever makes
/// it. What only shows after a long time shows here.
///
/// @param barMillis how long a bar is
/// @param bars how many there are; 0 for no such market
/// @param millis after which a run over it stops where it is: what is slow is tried on fewer bars
public record LongMarket(long barMillis, int bars, long millis) {

  public static final LongMarket NONE = new LongMarket(0, 0, 0);

  /// Bars at most.
  public static final int BARS_MOST = 1_000_000;

  /// Bars before it behaves otherwise.
  static final int PHASE = 5_000;

  private static final int PHASES = 8;
  private static final int ROOM = 4_096;
  private static final long SEED = 20_250_229;
  private static final long START = 1_704_067_200_000L;
  private static final double FIRST = 100;
  private static final double LOWEST = 1e-4;
  private static final double HIGHEST = 1e7;

  public LongMarket {
    if (barMillis < 0 || millis < 0 || bars < 0 || bars > BARS_MOST) {
      throw new IllegalArgumentException(
          "a long market has 0 to %d bars of 0 ms or more, not %d of %d"
              .formatted(BARS_MOST, bars, barMillis));
    }
  }

  /// Its first bars, as many as are made at a time.
  public BarColumns first() {
    return walk().next();
  }

  /// A walk over it from its first bar on.
  Walk walk() {
    return new Walk(barMillis);
  }

  /// Makes bar after bar, some thousand at a time.
  static final class Walk {
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final BarColumns room;
    private final long barMillis;
    private long time = START;
    private double last = FIRST;
    private int bar;

    private Walk(long barMillis) {
      this.barMillis = barMillis;
      this.room = BarColumns.room(barMillis, ROOM);
    }

    /// The next bars, in the same columns each time.
    BarColumns next() {
      for (int row = 0; row < ROOM; row++) {
        one(row);
        bar++;
      }
      return room;
    }

    private void one(int row) {
      int phase = bar / PHASE % PHASES;
      double open = last;
      if (phase == 6 && random.nextInt(100) == 0) {
        open = within(last * (random.nextBoolean() ? 1.6 : 0.6)); // a gap
      }
      double close = within(open * (1 + move(phase)));
      double wick = phase == 4 ? 0 : 0.002 * random.nextDouble();
      room.time()[row] = time;
      room.open()[row] = open;
      room.close()[row] = close;
      room.high()[row] = Math.max(open, close) * (1 + wick);
      room.low()[row] = Math.min(open, close) * (1 - wick);
      room.volume()[row] = phase == 4 || bar % 23 == 0 ? 0 : 1 + random.nextInt(1_000);
      last = close;
      boolean halted = phase == 7 && bar % 60 == 0;
      time += barMillis * (halted ? 1 + random.nextInt(500) : 1);
    }

    private double move(int phase) {
      double noise = 2 * random.nextDouble() - 1;
      return switch (phase) {
        case 0 -> 0.002 * noise;
        case 1 -> 0.05 * noise;
        case 2 -> 0.0004 + 0.001 * noise;
        case 3 -> -0.0004 + 0.001 * noise;
        case 4 -> 0;
        case 5 -> bar % 2 == 0 ? 0.01 : -0.0099;
        case 6 -> random.nextInt(300) == 0 ? 4 * Math.abs(noise) : 0.003 * noise;
        default -> 0.004 * noise;
      };
    }

    /// A price that left what prices are begins again.
    private static double within(double price) {
      return price < LOWEST || price > HIGHEST ? FIRST : price;
    }
  }
}
