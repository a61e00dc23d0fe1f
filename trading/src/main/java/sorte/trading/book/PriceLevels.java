package sorte.trading.book;

import java.util.Arrays;

/// The queue of each price that holds something. Prices within a window of [TickBits#SIZE] ticks
/// have their level in a ladder, one step a tick, and bits say which are in use; prices outside of
/// it are kept in order ([FarPrices]). A tick holds buys or sells, never both. The window is laid
/// around the first price, and anew around the next one whenever nothing rests.
final class PriceLevels {

  /// No buy rests.
  static final long NO_BID = Long.MIN_VALUE;

  /// No sell rests.
  static final long NO_ASK = Long.MAX_VALUE;

  /// For how many prices outside the window there is room before anything grows.
  private static final int FAR_EXPECTED = 1 << 12;

  private final OpenOrders orders;
  private final TickBits bids = new TickBits();
  private final TickBits asks = new TickBits();
  private final FarPrices farBids = new FarPrices();
  private final FarPrices farAsks = new FarPrices();

  /// A level's first and last order, then its lots. Those of the ladder come first.
  private long[] levels = new long[2 * (TickBits.SIZE + FAR_EXPECTED)];

  private int[] freeLevels = new int[FAR_EXPECTED];
  private int free;
  private int used = TickBits.SIZE;
  private long base;
  private long bestBid = NO_BID;
  private long bestAsk = NO_ASK;

  PriceLevels(OpenOrders orders) {
    this.orders = orders;
  }

  long bestBid() {
    return bestBid;
  }

  long bestAsk() {
    return bestAsk;
  }

  /// The level of a price that holds something.
  int at(long ticks, boolean buy) {
    long near = ticks - base;
    if (near >= 0 && near < TickBits.SIZE) {
      return (int) near;
    }
    return (buy ? farBids : farAsks).find(ticks);
  }

  int first(int level) {
    return (int) (levels[2 * level] >>> 32);
  }

  long lots(int level) {
    return levels[2 * level + 1];
  }

  /// So many lots of this level were traded.
  void took(int level, long lots) {
    levels[2 * level + 1] -= lots;
  }

  /// This order is the first of its level now; those before it are gone.
  void first(int level, int place) {
    levels[2 * level] = (levels[2 * level] & 0xFFFF_FFFFL) | ((long) place << 32);
    orders.before(place, 0);
  }

  /// The last order of this level is gone.
  void emptied(int level, long ticks, boolean buy) {
    levels[2 * level] = 0;
    if (level < TickBits.SIZE) {
      (buy ? bids : asks).clear(level);
    } else {
      (buy ? farBids : farAsks).remove(ticks);
      freeLevel(level);
    }
    if (buy && ticks == bestBid) {
      bestBid = nextBid(ticks);
    } else if (!buy && ticks == bestAsk) {
      bestAsk = nextAsk(ticks);
    }
  }

  /// Puts an order at the end of its price's queue.
  void append(int place, boolean buy, long ticks, long lots) {
    if (bestBid == NO_BID && bestAsk == NO_ASK) {
      base = ticks - TickBits.SIZE / 2;
    }
    int level = opened(ticks, buy);
    long queue = levels[2 * level];
    int last = (int) queue;
    if (last == 0) {
      levels[2 * level] = ((long) place << 32) | place;
      levels[2 * level + 1] = lots;
      opened(level, ticks, buy);
      return;
    }
    orders.next(last, place);
    orders.before(place, last);
    levels[2 * level] = (queue & ~0xFFFF_FFFFL) | place;
    levels[2 * level + 1] += lots;
  }

  private void opened(int level, long ticks, boolean buy) {
    if (level < TickBits.SIZE) {
      (buy ? bids : asks).set(level);
    }
    if (buy) {
      bestBid = Math.max(bestBid, ticks);
    } else {
      bestAsk = Math.min(bestAsk, ticks);
    }
  }

  /// Takes an order out of its queue.
  void unlink(int place) {
    long ticks = orders.ticks(place);
    boolean buy = orders.buy(place);
    int level = at(ticks, buy);
    int before = orders.before(place);
    int next = orders.next(place);
    if (before == 0 && next == 0) {
      emptied(level, ticks, buy);
      return;
    }
    levels[2 * level + 1] -= orders.lots(place);
    if (before == 0) {
      first(level, next);
    } else {
      orders.next(before, next);
      if (next == 0) {
        levels[2 * level] = (levels[2 * level] & ~0xFFFF_FFFFL) | before;
      } else {
        orders.before(next, before);
      }
    }
  }

  /// The lots that rest on one side from its best price up to `limit`, or `enough` of them.
  long within(boolean buy, long limit, long enough) {
    long sum = 0;
    long ticks = buy ? bestBid : bestAsk;
    while (sum < enough && (buy ? ticks >= limit && ticks != NO_BID : ticks <= limit)) {
      if (!buy && ticks == NO_ASK) {
        break;
      }
      sum += lots(at(ticks, buy));
      ticks = buy ? nextBid(ticks) : nextAsk(ticks);
    }
    return sum;
  }

  private int opened(long ticks, boolean buy) {
    long near = ticks - base;
    if (near >= 0 && near < TickBits.SIZE) {
      return (int) near;
    }
    FarPrices far = buy ? farBids : farAsks;
    int level = far.find(ticks);
    if (level == 0) {
      level = newLevel();
      far.add(ticks, level);
    }
    return level;
  }

  /// The best bid below this price.
  private long nextBid(long ticks) {
    long best = NO_BID;
    long from = Math.min(ticks - base - 1, TickBits.SIZE - 1);
    if (from >= 0) {
      int near = bids.atOrBelow((int) from);
      best = near < 0 ? NO_BID : base + near;
    }
    if (!farBids.isEmpty()) {
      int index = farBids.indexOf(ticks) - 1;
      best = index < 0 ? best : Math.max(best, farBids.tick(index));
    }
    return best;
  }

  /// The best ask above this price.
  private long nextAsk(long ticks) {
    long best = NO_ASK;
    long from = Math.max(ticks - base + 1, 0);
    if (from < TickBits.SIZE) {
      int near = asks.atOrAbove((int) from);
      best = near < 0 ? NO_ASK : base + near;
    }
    if (!farAsks.isEmpty()) {
      int index = farAsks.indexOf(ticks + 1);
      best = index == farAsks.size() ? best : Math.min(best, farAsks.tick(index));
    }
    return best;
  }

  private int newLevel() {
    if (free > 0) {
      return freeLevels[--free];
    }
    if (2 * used == levels.length) {
      levels = Arrays.copyOf(levels, levels.length + 2 * (used - TickBits.SIZE));
    }
    return used++;
  }

  private void freeLevel(int level) {
    if (free == freeLevels.length) {
      freeLevels = Arrays.copyOf(freeLevels, free * 2);
    }
    freeLevels[free++] = level;
  }
}
