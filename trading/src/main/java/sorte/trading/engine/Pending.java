package sorte.trading.engine;

import java.util.ArrayList;
import java.util.List;
import sorte.trading.money.Money;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;

/// An order that is out, and what was heard of it.
final class Pending {
  final Order order;
  final List<Part> parts;
  private final List<Integer> fills = new ArrayList<>();
  private double filled;
  private double worth;
  private double lastPrice;
  private boolean ended;
  private int sentAgain;
  private long lastSent;
  String refused = "";

  /// Nobody wants it any more: it is asked about by taking it back again, never by sending it.
  boolean takenBack;

  Pending(Order order, List<Part> parts) {
    this.order = order;
    this.parts = List.copyOf(parts);
    this.lastSent = order.bar();
  }

  /// Whether this fill is news; a fill said twice is one fill.
  boolean take(Reply.Filled fill) {
    if (ended || fills.contains(fill.fill())) {
      return false;
    }
    fills.add(fill.fill());
    filled += fill.quantity();
    worth += fill.quantity() * fill.price();
    lastPrice = fill.price();
    if (Math.abs(order.quantity() - filled) < 1.0 / Money.ONE) {
      filled = order.quantity();
      ended = true;
    }
    return true;
  }

  boolean knows(Reply.Filled fill) {
    return fills.contains(fill.fill());
  }

  /// Notes a fill that came when it was over. Whether it is news.
  boolean stray(Reply.Filled fill) {
    return !fills.contains(fill.fill()) && fills.add(fill.fill());
  }

  void end(String reason) {
    ended = true;
    refused = reason;
  }

  boolean ended() {
    return ended;
  }

  double filled() {
    return filled;
  }

  /// The average price of what was filled.
  double price() {
    if (filled == 0) {
      return order.price();
    }
    return fills.size() == 1 ? lastPrice : worth / filled;
  }

  boolean silentSince(long bar, int bars) {
    return bar - lastSent >= bars;
  }

  int again(long bar) {
    lastSent = bar;
    return ++sentAgain;
  }
}
