package sorte.trading.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.trading.market.Bar;
import sorte.trading.market.Instrument;
import sorte.trading.order.OrderTicket;
import sorte.trading.order.Quantity;

/// One instrument at the exchange: its price now, our orders and our position.
final class MarketBook {
  /// The most orders that stand or are on their way at a time.
  static final int MOST_ORDERS = 10_000;

  private static final double LOT_TOLERANCE = 1e-9;

  final Instrument instrument;
  final PositionBook position;

  /// In the order in which the exchange got them.
  final List<WorkingOrder> orders = new ArrayList<>();

  /// What is on its way.
  final List<Timed> timed = new ArrayList<>();

  private final long lot;
  private double price = Double.NaN;
  private double volume;
  private long budget;
  private long bars;

  MarketBook(Instrument instrument, Margin margin) {
    this.instrument = instrument;
    this.position = new PositionBook(margin);
    this.lot = lotOf(instrument);
  }

  private static long lotOf(Instrument instrument) {
    if (instrument.lot() == 0) {
      return 1;
    }
    long parts = Quantity.of(instrument.lot());
    double apart = Math.abs(Quantity.toDouble(parts) - instrument.lot());
    if (apart > LOT_TOLERANCE * instrument.lot()) {
      throw new IllegalArgumentException(
          "the exchange counts in 1e-8: the lot of %s must be a multiple of it, was %s"
              .formatted(instrument.symbol(), instrument.lot()));
    }
    return parts;
  }

  /// A bar begins.
  void begin(Bar bar, double participation) {
    price = bar.open();
    volume = bar.volume();
    budget = participation == 0 ? Long.MAX_VALUE : down(Quantity.of(participation * bar.volume()));
  }

  void end() {
    bars++;
  }

  /// The number of the bar that runs or comes next, from 0.
  long bar() {
    return bars;
  }

  void at(double now) {
    price = now;
  }

  /// NaN before the first bar.
  double price() {
    return price;
  }

  double volume() {
    return volume;
  }

  /// What the volume of this bar still gives.
  long budget() {
    return budget;
  }

  void spend(long quantity) {
    budget = budget == Long.MAX_VALUE ? budget : budget - quantity;
  }

  /// The largest whole number of lots that is not above it.
  long down(long quantity) {
    return quantity / lot * lot;
  }

  /// Whether it is a whole number of lots.
  boolean whole(long quantity) {
    return quantity % lot == 0;
  }

  /// How much of an order there is to fill, whatever volume and money say.
  long wanted(WorkingOrder order) {
    OrderTicket ticket = order.ticket;
    long most = Math.min(order.remaining(), order.group.left);
    return ticket.reduceOnly() ? Math.min(most, position.opposed(order.sign())) : most;
  }

  /// Takes out all that is due up to and including a time, oldest first.
  List<Timed> due(long until) {
    List<Timed> due = new ArrayList<>();
    for (Timed one = next(until, true); one != null; one = next(until, true)) {
      timed.remove(one);
      due.add(one);
    }
    return due;
  }

  /// What is due next up to a time.
  ///
  /// @param including whether what is due at that very time counts
  @Nullable Timed next(long until, boolean including) {
    Timed found = null;
    for (Timed one : timed) {
      boolean now = including ? one.time() <= until : one.time() < until;
      boolean sooner = found == null || Timed.ORDER.compare(one, found) < 0;
      found = now && one.earliestBar() <= bars && sooner ? one : found;
    }
    return found;
  }
}
