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
  private boolean doubted;
  private int open;
  private double stated = Double.NaN;
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

  /// The venue does not know it; whether it said so before.
  boolean unknownAgain() {
    boolean before = doubted;
    doubted = true;
    return before;
  }

  /// The venue says that it is over and filled otherwise than was heard: a fill may be on its way
  /// still, so it is asked about at the next bar.
  void stated(double filledThere) {
    doubted = true;
    stated = filledThere;
  }

  /// What the venue states to be filled and was not heard; NaN without such.
  double stated() {
    return stated;
  }

  /// The venue has it open; how often it said so.
  int openAgain() {
    doubted = false;
    stated = Double.NaN;
    sentAgain = 0;
    return ++open;
  }

  /// Whether it is time to ask about it.
  boolean askedAfter(long bar, int bars) {
    return silentSince(bar, doubted ? 1 : bars);
  }

  boolean silentSince(long bar, int bars) {
    return bar - lastSent >= bars;
  }

  int again(long bar) {
    lastSent = bar;
    return ++sentAgain;
  }
}
