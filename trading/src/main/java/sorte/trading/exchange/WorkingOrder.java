package sorte.trading.exchange;

import java.util.List;
import sorte.trading.order.Instruction;
import sorte.trading.order.OrderState;
import sorte.trading.order.OrderTicket;
import sorte.trading.order.OrderType;

/// An order on its way or at the exchange.
final class WorkingOrder {
  final OrderTicket ticket;

  /// Shares its quantity with others of this group.
  final OrderGroup group;

  /// What it fills these may fill again: the exits of a bracket.
  final OrderGroup exits;

  /// What the exchange sends when this has come to its end.
  final List<Instruction> then;

  OrderState state = new OrderState.Initialized();

  /// In 1e-8 of a unit; 0 until the exchange has it.
  long quantity;

  private boolean triggered;
  private boolean takesAtOnce;
  private double best = Double.NaN;
  private double bestAtEnd = Double.NaN;
  private long spentIn = -1;

  WorkingOrder(OrderTicket ticket, OrderGroup group, OrderGroup exits, List<Instruction> then) {
    this.ticket = ticket;
    this.group = group;
    this.exits = exits;
    this.then = then;
  }

  boolean open() {
    return state instanceof OrderState.Open;
  }

  long remaining() {
    return quantity - state.filled();
  }

  int sign() {
    return ticket.side().sign();
  }

  void trigger() {
    triggered = true;
  }

  /// It was marketable when it came: its fill takes.
  void takeAtOnce() {
    takesAtOnce = true;
  }

  boolean takesAtOnce() {
    return takesAtOnce;
  }

  /// It can fill no more in this bar.
  void spend(long bar) {
    spentIn = bar;
  }

  /// A market order, or a trigger that became one.
  boolean atMarket() {
    return switch (ticket.type()) {
      case OrderType.Market _ -> true;
      case OrderType.Stop _, OrderType.TrailingStop _, OrderType.TakeProfit _ -> triggered;
      case OrderType.Limit _, OrderType.StopLimit _ -> false;
    };
  }

  /// The price that no fill may be worse than; NaN where there is none.
  double limit() {
    return switch (ticket.type()) {
      case OrderType.Limit l -> l.price();
      case OrderType.StopLimit s -> s.price();
      case OrderType.Market _, OrderType.Stop _, OrderType.TrailingStop _, OrderType.TakeProfit _ ->
          Double.NaN;
    };
  }

  /// Whether it waits for a trigger.
  boolean waits() {
    return switch (ticket.type()) {
      case OrderType.Market _, OrderType.Limit _ -> false;
      case OrderType.Stop _,
          OrderType.StopLimit _,
          OrderType.TrailingStop _,
          OrderType.TakeProfit _ ->
          !triggered;
    };
  }

  /// Where the price meets it on its way from `now` to `to`; NaN where it does not.
  double met(double now, double to, long bar) {
    if (atMarket() || spentIn == bar) {
      return Double.NaN;
    }
    double level = level();
    boolean upwards = upwards();
    if (upwards ? now >= level : now <= level) {
      return now;
    }
    return (upwards ? to >= level : to <= level) ? level : Double.NaN;
  }

  /// Whether this price fills its limit.
  boolean marketable(double price) {
    return sign() > 0 ? price <= limit() : price >= limit();
  }

  /// The price that it waits for.
  double level() {
    return switch (ticket.type()) {
      case OrderType.Stop s -> s.trigger();
      case OrderType.StopLimit s -> triggered ? s.price() : s.trigger();
      case OrderType.TrailingStop t -> t.trail().level(ticket.side(), best);
      case OrderType.TakeProfit t -> t.trigger();
      case OrderType.Limit l -> l.price();
      case OrderType.Market _ -> Double.NaN;
    };
  }

  /// Whether it waits for the price to rise.
  private boolean upwards() {
    boolean buys = sign() > 0;
    return switch (ticket.type()) {
      case OrderType.Stop _, OrderType.TrailingStop _ -> buys;
      case OrderType.StopLimit _ -> triggered != buys;
      case OrderType.TakeProfit _, OrderType.Limit _, OrderType.Market _ -> !buys;
    };
  }

  /// A trailing stop follows from here.
  void follow(double price) {
    best = price;
    bestAtEnd = price;
  }

  /// The price is here now.
  ///
  /// @param atOnce whether a trailing stop follows within the bar
  void seen(double price, boolean atOnce) {
    bestAtEnd = sign() < 0 ? Math.max(bestAtEnd, price) : Math.min(bestAtEnd, price);
    if (atOnce) {
      best = bestAtEnd;
    }
  }

  /// The bar has ended: its best counts.
  void endBar() {
    best = bestAtEnd;
  }
}
