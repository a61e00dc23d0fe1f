package sorte.trading.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Something that goes wrong in a simulation.
///
/// @param from the first bar it lasts
/// @param upTo the bar from which it is over
record Fault(Kind kind, int from, int upTo) {

  enum Kind {
    // the process and its disk
    KILLED,
    POWER_LOST,
    FORCE_FAILS,
    DISK_FULL,
    BIT_FLIPPED,
    // the clock and the market
    CLOCK_JUMPS,
    MARKET_GAPS,
    // the line to the venue
    LINE_DOWN,
    REPLIES_LOST,
    REPLIES_LATE,
    REPLIES_DOUBLED,
    REPLIES_REORDERED,
    ORDERS_LOST,
    CANCELS_LOST,
    // the venue
    ORDERS_REJECTED,
    ORDERS_PART_FILLED,
    ORDERS_SLOW,
    UNKNOWN_ORDER
  }

  static final int FEWEST = 5;
  private static final int MOST = 10;
  private static final int LONGEST = 30;

  boolean during(long bar) {
    return bar >= from && bar < upTo;
  }

  /// The faults of one simulation over so many bars from `first` on.
  static List<Fault> plan(SplittableRandom random, int first, int bars) {
    List<Fault> plan = new ArrayList<>();
    int count = random.nextInt(FEWEST, MOST + 1);
    for (int i = 0; i < count; i++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      int from = first + random.nextInt(bars);
      plan.add(new Fault(kind, from, from + random.nextInt(1, LONGEST + 1)));
    }
    return plan;
  }
}
