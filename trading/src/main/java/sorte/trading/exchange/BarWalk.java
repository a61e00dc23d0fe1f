package sorte.trading.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.trading.market.Bar;
import sorte.trading.money.Money;
import sorte.trading.order.Quantity;

/// Leads the price through one bar of one instrument: open, one extreme, the other, close, in
/// straight lines of equal time. On its way it meets what stands, and what comes at a time comes at
/// the price of that time.
final class BarWalk {
  private static final int LEGS = 3;
  private static final double MILLIS_A_YEAR = 365.0 * 24 * 60 * 60 * 1000;

  private final MarketBook market;
  private final Matching matching;
  private final Booking booking;
  private final FillModel model;
  private final Bar bar;
  private final long end;

  BarWalk(MarketBook market, Matching matching, Booking booking, Bar bar, long end) {
    this.market = market;
    this.matching = matching;
    this.booking = booking;
    this.model = booking.model();
    this.bar = bar;
    this.end = end;
  }

  /// @param heldFrom when the bar before ended; from then on a short that was held over pays
  void run(long heldFrom) {
    long shortBefore = Math.max(0, -market.position.units());
    market.begin(bar, model.participation());
    booking.at(bar.time());
    open();
    double[] points = points();
    long from = bar.time();
    for (int leg = 0; leg < LEGS; leg++) {
      long to = bar.time() + (end - bar.time()) * (leg + 1) / LEGS;
      leg(points[leg], points[leg + 1], from, to);
      from = to;
    }
    market.orders.forEach(WorkingOrder::endBar);
    booking.at(end);
    borrow(shortBefore > 0 ? heldFrom : bar.time());
    market.end();
  }

  /// What waits at the open: expiries and cancellations, then what was still to be filled at the
  /// market, then what comes now, then what the open has gapped through.
  private void open() {
    List<Timed> due = market.due(bar.time());
    due.stream().filter(one -> one.kind() != Timed.Kind.ARRIVAL).forEach(matching::due);
    matching.follow();
    for (WorkingOrder order : List.copyOf(market.orders)) {
      if (order.open() && order.atMarket()) {
        matching.take(order, market, false);
        matching.follow();
      }
    }
    for (Timed one : due) {
      if (one.kind() == Timed.Kind.ARRIVAL) {
        matching.due(one);
        matching.follow();
      }
    }
    while (step(bar.open(), bar.time())) {
      // all that the open has gapped through
    }
  }

  private double[] points() {
    boolean highFirst = highFirst();
    double first = highFirst ? bar.high() : bar.low();
    double second = highFirst ? bar.low() : bar.high();
    return new double[] {bar.open(), first, second, bar.close()};
  }

  /// What is worse for us hangs on what we hold after the open, else on what would open first.
  private boolean highFirst() {
    int held = Long.signum(market.position.units());
    int side = held;
    if (held == 0) {
      side = firstSide();
    }
    return model.path().highFirst(bar.open(), bar.high(), bar.low(), side, held == 0);
  }

  private int firstSide() {
    for (WorkingOrder order : market.orders) {
      if (!order.ticket.reduceOnly()) {
        return order.sign();
      }
    }
    for (Timed one : market.timed) {
      boolean comes = one.kind() == Timed.Kind.ARRIVAL && one.time() < end;
      if (comes && one.earliestBar() <= market.bar() && !one.order().ticket.reduceOnly()) {
        return one.order().sign();
      }
    }
    return 0;
  }

  /// Each step ends at what the price meets or at what comes next, since either may bring more.
  private void leg(double from, double to, long start, long stop) {
    while (true) {
      Timed one = market.next(stop, stop < end);
      long at = one == null ? stop : Math.max(booking.time(), one.time());
      double price = one == null ? to : onward(from, to, between(from, to, start, stop, at));
      if (step(price, at)) {
        continue;
      }
      booking.at(at);
      if (one == null) {
        return;
      }
      market.timed.remove(one);
      matching.due(one);
      matching.follow();
      while (step(price, at)) {
        // all that is met right here
      }
    }
  }

  /// Never back to where it has been: times are whole milliseconds, prices are not.
  private double onward(double from, double to, double price) {
    return to >= from ? Math.max(price, market.price()) : Math.min(price, market.price());
  }

  private static double between(double from, double to, long start, long stop, long at) {
    double price = from + (to - from) * ((double) (at - start) / (stop - start));
    return Math.clamp(price, Math.min(from, to), Math.max(from, to));
  }

  /// The price goes there, or to what it meets first on its way; gives whether it met something.
  ///
  /// @param until when it would be there; what is met on the way is met before
  private boolean step(double to, long until) {
    double from = market.price();
    long start = booking.time();
    WorkingOrder next = nearest(to);
    double met = next == null ? Double.NaN : next.met(from, to, market.bar());
    double forced = forced(to, met);
    if (!Double.isNaN(forced)) {
      pass(forced, when(from, to, forced, start, until));
      liquidate();
      return true;
    }
    if (next == null) {
      pass(to, start);
      return false;
    }
    pass(met, when(from, to, met, start, until));
    matching.met(next, market);
    matching.follow();
    return true;
  }

  private static long when(double from, double to, double price, long start, long until) {
    double part = from == to ? 0 : (price - from) / (to - from);
    return Math.max(start, Math.min(until - 1, start + (long) (part * (until - start))));
  }

  private @Nullable WorkingOrder nearest(double to) {
    WorkingOrder found = null;
    double least = Double.POSITIVE_INFINITY;
    for (WorkingOrder order : market.orders) {
      double away = Math.abs(order.met(market.price(), to, market.bar()) - market.price());
      if (away < least) {
        found = order;
        least = away;
      }
    }
    return found;
  }

  private void pass(double price, long time) {
    booking.at(time);
    market.at(price);
    boolean atOnce = model.path() != BarPath.WORST;
    for (WorkingOrder order : market.orders) {
      order.seen(price, atOnce);
    }
  }

  /// Where the margin is used up before the price meets an order; NaN where it is not.
  private double forced(double to, double met) {
    double level = market.position.liquidationPrice();
    boolean isLong = market.position.units() > 0;
    double now = market.price();
    if (Double.isNaN(level) || (isLong ? Math.min(now, to) > level : Math.max(now, to) < level)) {
      return Double.NaN;
    }
    double at = (isLong ? now <= level : now >= level) ? now : level;
    // an order at the same price goes before
    return Math.abs(met - now) <= Math.abs(at - now) ? Double.NaN : at;
  }

  private void liquidate() {
    Margin.Isolated terms = (Margin.Isolated) model.margin();
    double at = market.price();
    double bankrupt = market.position.bankruptcyPrice();
    double price = market.position.units() > 0 ? Math.max(at, bankrupt) : Math.min(at, bankrupt);
    long left = Money.plus(market.position.margin(), market.position.openProfit(price));
    long units = market.position.units();
    long fee = Money.of(terms.fee(), Math.abs(Quantity.toDouble(units)), price);
    booking.close(market, price, Math.clamp(left, 0, fee), Execution.Cause.LIQUIDATION);
    matching.cancelAll(market.orders, "its position was liquidated");
    matching.follow();
  }

  private void borrow(long from) {
    long units = market.position.takeMostShort();
    if (units > 0 && model.borrowRate() > 0) {
      booking.borrow(market, units, bar.close(), (end - from) / MILLIS_A_YEAR);
    }
  }
}
