package sorte.trading.book;

/// One instrument's book. Prices are whole ticks and quantities whole lots; the better price goes
/// first, and at one price who came first. For one thread. What a command did is told to
/// [BookEvents] before the call returns.
///
/// Limit, market, immediate-or-cancel, fill-or-kill and post-only orders are accepted, trade, and
/// rest or end; an id may be used again once its order is over.
public final class OrderBook {

  /// The highest price.
  public static final long MOST_TICKS = 1L << 40;

  /// The largest order. As many as [#MOST_ORDERS] of them add up without overflow.
  public static final long MOST_LOTS = 1L << 38;

  /// How many orders may rest.
  public static final int MOST_ORDERS = 1 << 24;

  private final BookEvents events;
  private final OpenOrders orders;
  private final OrderIds ids;
  private final PriceLevels levels;

  /// @param expected how many orders will rest at once; where there are more, arrays grow
  public OrderBook(BookEvents events, int expected) {
    this(events, expected, MOST_ORDERS);
  }

  /// @param most how many orders may rest; beyond that new ones are refused
  public OrderBook(BookEvents events, int expected, int most) {
    if (expected < 1 || most < expected || most > MOST_ORDERS) {
      throw new IllegalArgumentException(
          "a book expects 1 to %d orders and takes at most that many, was %d and %d"
              .formatted(MOST_ORDERS, expected, most));
    }
    this.events = events;
    this.orders = new OpenOrders(expected, most);
    this.ids = new OrderIds(expected);
    this.levels = new PriceLevels(orders);
  }

  /// Trades what it can at its price or better; the rest rests.
  public void limit(long order, boolean buy, long ticks, long lots) {
    if (refused(order, ticks, lots)) {
      return;
    }
    if (orders.full()) {
      events.rejected(order, Refusal.FULL);
      return;
    }
    events.accepted(order, buy, ticks, lots);
    rest(order, buy, ticks, match(order, buy, ticks, lots));
  }

  /// Rests, or is refused when it would trade.
  public void postOnly(long order, boolean buy, long ticks, long lots) {
    if (refused(order, ticks, lots)) {
      return;
    }
    if (crosses(buy, ticks)) {
      events.rejected(order, Refusal.WOULD_TRADE);
      return;
    }
    if (orders.full()) {
      events.rejected(order, Refusal.FULL);
      return;
    }
    events.accepted(order, buy, ticks, lots);
    rest(order, buy, ticks, lots);
  }

  /// Trades what it can at its price or better; the rest is cancelled.
  public void immediateOrCancel(long order, boolean buy, long ticks, long lots) {
    if (!refused(order, ticks, lots)) {
      takeNow(order, buy, ticks, ticks, lots);
    }
  }

  /// Trades whole at its price or better, or is refused.
  public void fillOrKill(long order, boolean buy, long ticks, long lots) {
    if (refused(order, ticks, lots)) {
      return;
    }
    if (levels.within(!buy, ticks, lots) < lots) {
      events.rejected(order, Refusal.NOT_ENOUGH);
      return;
    }
    events.accepted(order, buy, ticks, lots);
    long _ = match(order, buy, ticks, lots);
  }

  /// Trades what it can at any price; the rest is cancelled. Told with a price of 0.
  public void market(long order, boolean buy, long lots) {
    if (!refused(order, 1, lots)) {
      takeNow(order, buy, 0, buy ? MOST_TICKS : 1, lots);
    }
  }

  private void takeNow(long order, boolean buy, long told, long limit, long lots) {
    events.accepted(order, buy, told, lots);
    long left = match(order, buy, limit, lots);
    if (left > 0) {
      events.cancelled(order, left);
    }
  }

  /// Takes back an order that rests.
  public void cancel(long order) {
    int place = ids.get(order);
    if (place == 0) {
      events.rejected(order, Refusal.UNKNOWN);
      return;
    }
    long left = orders.lots(place);
    remove(order, place);
    events.cancelled(order, left);
  }

  /// Gives an order that rests another price or quantity. Less at the same price keeps its place in
  /// the queue; anything else comes anew, last at its price, and may trade.
  ///
  /// @param lots what is to be left of it from now on
  public void modify(long order, long ticks, long lots) {
    int place = ids.get(order);
    if (place == 0) {
      events.rejected(order, Refusal.UNKNOWN);
      return;
    }
    if (bad(order, ticks, lots)) {
      return;
    }
    long left = orders.lots(place);
    if (ticks == orders.ticks(place) && lots <= left) {
      boolean buy = orders.buy(place);
      levels.took(levels.at(ticks, buy), left - lots);
      orders.lots(place, lots);
      events.modified(order, ticks, lots);
      return;
    }
    boolean buy = orders.buy(place);
    remove(order, place);
    events.modified(order, ticks, lots);
    rest(order, buy, ticks, match(order, buy, ticks, lots));
  }

  /// The best price at which somebody buys; 0 for none.
  public long bestBid() {
    long best = levels.bestBid();
    return best == PriceLevels.NO_BID ? 0 : best;
  }

  /// The best price at which somebody sells; 0 for none.
  public long bestAsk() {
    long best = levels.bestAsk();
    return best == PriceLevels.NO_ASK ? 0 : best;
  }

  /// How many orders rest.
  public int open() {
    return orders.size();
  }

  /// The lots that rest on one side at `ticks` or at a better price.
  public long lotsWithin(boolean buy, long ticks) {
    return levels.within(buy, ticks, Long.MAX_VALUE);
  }

  private boolean refused(long order, long ticks, long lots) {
    if (order <= 0) {
      events.rejected(order, Refusal.BAD_ID);
      return true;
    }
    if (bad(order, ticks, lots)) {
      return true;
    }
    if (ids.get(order) != 0) {
      events.rejected(order, Refusal.DUPLICATE);
      return true;
    }
    return false;
  }

  private boolean bad(long order, long ticks, long lots) {
    if (ticks < 1 || ticks > MOST_TICKS) {
      events.rejected(order, Refusal.BAD_PRICE);
      return true;
    }
    if (lots < 1 || lots > MOST_LOTS) {
      events.rejected(order, Refusal.BAD_QUANTITY);
      return true;
    }
    return false;
  }

  private boolean crosses(boolean buy, long ticks) {
    return buy ? levels.bestAsk() <= ticks : levels.bestBid() >= ticks;
  }

  private void rest(long order, boolean buy, long ticks, long lots) {
    if (lots > 0) {
      int place = orders.take(order, buy, ticks, lots);
      ids.put(order, place);
      levels.append(place, buy, ticks, lots);
    }
  }

  private void remove(long order, int place) {
    levels.unlink(place);
    ids.remove(order);
    orders.free(place);
  }

  /// Trades with the other side at `limit` or better. Gives what is left.
  private long match(long taker, boolean buy, long limit, long lots) {
    long left = lots;
    while (left > 0 && crosses(buy, limit)) {
      left = matchBest(taker, buy, left);
    }
    return left;
  }

  private long matchBest(long taker, boolean buy, long lots) {
    long ticks = buy ? levels.bestAsk() : levels.bestBid();
    int level = levels.at(ticks, !buy);
    int maker = levels.first(level);
    long left = lots;
    do {
      long rests = orders.lots(maker);
      long traded = Math.min(rests, left);
      long id = orders.id(maker);
      left -= traded;
      levels.took(level, traded);
      if (traded == rests) {
        int next = orders.next(maker);
        ids.remove(id);
        orders.free(maker);
        maker = next;
      } else {
        orders.lots(maker, rests - traded);
      }
      events.traded(taker, id, ticks, traded);
    } while (left > 0 && maker != 0);
    if (maker == 0) {
      levels.emptied(level, ticks, !buy);
    } else {
      levels.first(level, maker);
    }
    return left;
  }
}
