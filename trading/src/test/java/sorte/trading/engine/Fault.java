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
    UNKNOWN_ORDER,
    // what the venue itself gets wrong, while nothing else is wrong with it or with the line
    /// It takes back what rests, and does not say so.
    STOP_DROPPED,
    /// It knows of no order.
    VENUE_FORGETS,
    /// It states another position.
    VENUE_MISCOUNTS,
    /// It states an order that nobody sent.
    VENUE_INVENTS,
    /// It answers no question.
    VENUE_MUTE
  }

  private static final int PLANNED = Kind.UNKNOWN_ORDER.ordinal() + 1;

  static final int FEWEST = 5;
  private static final int MOST = 10;
  private static final int LONGEST = 30;

  boolean during(long bar) {
    return bar >= from && bar < upTo;
  }

  /// The faults of one simulation, those of the venue itself drawn apart from the others.
  static List<Fault> all(
      SplittableRandom random, SplittableRandom ofTheVenue, int first, int bars) {
    List<Fault> all = plan(random, first, bars);
    all.addAll(ofTheVenue(ofTheVenue, all, first, bars));
    return all;
  }

  /// The faults of one simulation over so many bars from `first` on.
  private static List<Fault> plan(SplittableRandom random, int first, int bars) {
    List<Fault> plan = new ArrayList<>();
    int count = random.nextInt(FEWEST, MOST + 1);
    for (int i = 0; i < count; i++) {
      Kind kind = Kind.values()[random.nextInt(PLANNED)];
      int from = first + random.nextInt(bars);
      plan.add(new Fault(kind, from, from + random.nextInt(1, LONGEST + 1)));
    }
    return plan;
  }

  /// So long the venue errs: somebody must ask it meanwhile.
  private static final int ERRS = 12;

  private static final int CALM = 20;
  private static final int TRIES = 8;

  /// What the venue itself gets wrong, in a time that is calm by the plan; in one world nothing.
  private static List<Fault> ofTheVenue(
      SplittableRandom random, List<Fault> plan, int first, int bars) {
    int errs = Kind.values().length - PLANNED;
    Kind kind = Kind.values()[PLANNED + random.nextInt(errs)];
    for (int i = 0; i < TRIES && bars > ERRS + CALM; i++) {
      int from = first + random.nextInt(bars - ERRS - CALM);
      boolean calm =
          plan.stream()
              .noneMatch(f ->
                  f.kind.compareTo(Kind.LINE_DOWN) >= 0
                      && f.from < from + ERRS + CALM
                      && from < f.upTo + CALM);
      if (calm) {
        return List.of(new Fault(kind, from, from + ERRS));
      }
    }
    return List.of();
  }
}
