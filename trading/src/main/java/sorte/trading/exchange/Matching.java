package sorte.trading.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import sorte.trading.order.Exit;
import sorte.trading.order.Instruction;
import sorte.trading.order.OrderEvent;
import sorte.trading.order.OrderLife;
import sorte.trading.order.OrderState;
import sorte.trading.order.OrderTicket;
import sorte.trading.order.OrderType;
import sorte.trading.order.Side;
import sorte.trading.order.Size;
import sorte.trading.order.TimeInForce;
import sorte.trading.order.Transition;

/// What becomes of orders at the exchange: they come, are met by the price, fill, end, and take
/// those along that hang on them.
final class Matching {
  private final Map<String, MarketBook> markets;
  private final Map<Long, WorkingOrder> open;
  private final Booking booking;
  private final ExchangeLog log;
  private final Deque<Instruction> following = new ArrayDeque<>();
  private long sequence;

  Matching(
      Map<String, MarketBook> markets,
      Map<Long, WorkingOrder> open,
      Booking booking,
      ExchangeLog log) {
    this.markets = markets;
    this.open = open;
    this.booking = booking;
    this.log = log;
  }

  MarketBook market(String symbol) {
    MarketBook market = markets.get(symbol);
    if (market == null) {
      throw new IllegalArgumentException(
          "no instrument %s here: there are %s".formatted(symbol, markets.keySet()));
    }
    return market;
  }

  /// What is to come to the exchange later, in the order of sending.
  void later(Timed.Kind kind, WorkingOrder order, long time, long earliestBar) {
    MarketBook market = market(order.ticket.symbol());
    market.timed.add(new Timed(kind, order, time, earliestBar, sequence++));
  }

  /// The orders of an instruction that leave now, sent.
  List<WorkingOrder> send(Instruction instruction, List<Instruction> then) {
    return switch (instruction) {
      case Instruction.Single single ->
          List.of(sent(single.order(), OrderGroup.alone(), OrderGroup.alone(), then));
      case Instruction.Bracket bracket -> {
        OrderGroup exits = new OrderGroup(0);
        exits.unarmed.addAll(bracket.exits());
        WorkingOrder entry = sent(bracket.entry(), OrderGroup.alone(), exits, then);
        exits.entries.add(entry);
        yield List.of(entry);
      }
      case Instruction.OneCancelsOther pair -> {
        OrderGroup shared = new OrderGroup(((Size.Units) pair.one().size()).quantity());
        WorkingOrder one = sent(pair.one(), shared, OrderGroup.alone(), List.of());
        WorkingOrder other = sent(pair.other(), shared, OrderGroup.alone(), then);
        shared.members.addAll(List.of(one, other));
        yield List.of(one, other);
      }
      case Instruction.OneTriggersOther chain -> send(chain.first(), chain.then());
    };
  }

  private List<WorkingOrder> send(OrderTicket first, Instruction then) {
    return send(new Instruction.Single(first), List.of(then));
  }

  private WorkingOrder sent(
      OrderTicket ticket, OrderGroup group, OrderGroup exits, List<Instruction> then) {
    WorkingOrder order = new WorkingOrder(ticket, group, exits, then);
    open.put(ticket.id(), order);
    move(order, new OrderEvent.Submit());
    return order;
  }

  void due(Timed one) {
    WorkingOrder order = one.order();
    if (!order.open()) {
      return; // it has come to its end while the price was on its way here
    }
    switch (one.kind()) {
      case EXPIRY -> move(order, new OrderEvent.Expire());
      case CANCEL -> move(order, new OrderEvent.Cancel("its owner took it back"));
      case ARRIVAL -> arrive(order);
    }
  }

  /// An order comes to the exchange; nothing happens where another of its group has ended it.
  void arrive(WorkingOrder order) {
    if (!order.open()) {
      return;
    }
    MarketBook market = market(order.ticket.symbol());
    Admission admission =
        Admission.of(order.ticket, booking.pricing(market), booking.free(), booking.takerFee());
    switch (admission) {
      case Admission.Refused refused -> move(order, new OrderEvent.Reject(refused.why()));
      case Admission.Admitted admitted -> {
        order.quantity = admitted.quantity();
        move(order, new OrderEvent.Accept());
        stand(order, market);
        actAtOnce(order, market);
      }
    }
  }

  private void stand(WorkingOrder order, MarketBook market) {
    market.orders.add(order);
    order.follow(market.price());
    if (order.ticket.force() instanceof TimeInForce.GoodTillDate date) {
      later(Timed.Kind.EXPIRY, order, date.until(), 0);
    }
  }

  private void actAtOnce(WorkingOrder order, MarketBook market) {
    if (order.ticket.force() instanceof TimeInForce.GoodTillDate date
        && date.until() <= booking.time()) {
      move(order, new OrderEvent.Expire());
    } else if (order.atMarket()) {
      take(order, market, false);
    } else if (!order.waits() && order.marketable(market.price())) {
      take(order, market, false);
    } else if (!order.waits() && order.ticket.force().atOnce()) {
      move(order, new OrderEvent.Cancel("nothing fills at its limit now, and it does not rest"));
    } else if (!Double.isNaN(order.met(market.price(), market.price(), market.bar()))) {
      met(order, market);
    }
  }

  /// The price is at what the order waits for.
  void met(WorkingOrder order, MarketBook market) {
    if (!order.waits()) {
      take(order, market, !order.takesAtOnce());
      return;
    }
    move(order, new OrderEvent.Trigger());
    order.trigger();
    if (order.atMarket() || order.marketable(market.price())) {
      take(order, market, false);
    } else if (order.ticket.force().atOnce()) {
      move(order, new OrderEvent.Cancel("nothing fills at its limit now, and it does not rest"));
    }
  }

  /// Fills what volume, money and position let it.
  void take(WorkingOrder order, MarketBook market, boolean maker) {
    long wanted = market.wanted(order);
    if (wanted == 0) {
      move(order, new OrderEvent.Cancel("there is nothing to reduce any more"));
      return;
    }
    double met = market.price();
    long offered = Math.min(wanted, market.budget());
    long paid = booking.affordable(order, market, offered, met, maker);
    boolean whole = paid == order.remaining();
    if (order.ticket.force() instanceof TimeInForce.FillOrKill && !whole) {
      move(order, new OrderEvent.Cancel("not all of it fills at once"));
      return;
    }
    order.spend(market.bar());
    if (paid > 0) {
      long before = market.position.units();
      double price = booking.fill(order, market, paid, met, maker);
      move(order, new OrderEvent.Fill(paid));
      filled(order, market, paid, price);
      swept(market, before);
    }
    if (order.open() && order.ticket.force().atOnce()) {
      move(order, new OrderEvent.Cancel("the rest does not fill at once"));
    } else if (order.open() && paid < offered) {
      move(order, new OrderEvent.Cancel("the free money does not pay the rest"));
    }
  }

  /// What hangs on the order follows its fill.
  private void filled(WorkingOrder order, MarketBook market, long quantity, double price) {
    OrderGroup group = order.group;
    if (!group.members.isEmpty()) {
      group.left -= quantity;
      group.entries.forEach(entry -> cancel(entry, "one of its exits has filled"));
      if (group.left == 0) {
        cancelAll(group.members, "the other of its group has filled");
      }
    }
    OrderGroup exits = order.exits;
    exits.left = exits.left == Long.MAX_VALUE ? exits.left : exits.left + quantity;
    List<Exit> arming = List.copyOf(exits.unarmed);
    exits.unarmed.clear();
    arming.forEach(exit -> arm(exit, order, market, price));
  }

  private void arm(Exit exit, WorkingOrder entry, MarketBook market, double price) {
    Side side = entry.ticket.side().opposite();
    OrderTicket ticket =
        OrderTicket.of(
                exit.id(),
                entry.ticket.symbol(),
                side,
                entry.quantity,
                booking.pricing(market).onTick(side.sign(), exit.type(price)))
            .reducing();
    WorkingOrder order = sent(ticket, entry.exits, OrderGroup.alone(), List.of());
    entry.exits.members.add(order);
    order.quantity = entry.quantity;
    move(order, new OrderEvent.Accept());
    market.orders.add(order);
    order.follow(price);
    if (ticket.type() instanceof OrderType.Limit && order.marketable(market.price())) {
      order.takeAtOnce();
    }
  }

  /// A position that is gone or has turned takes along what would have reduced it.
  private void swept(MarketBook market, long before) {
    long now = market.position.units();
    if (before == 0 || Long.signum(now) == Long.signum(before)) {
      return;
    }
    for (WorkingOrder order : List.copyOf(market.orders)) {
      if (order.ticket.reduceOnly() && order.sign() == -Long.signum(before)) {
        cancel(order, "the position that it would reduce is gone");
      }
    }
  }

  void cancelAll(List<WorkingOrder> orders, String why) {
    List.copyOf(orders).forEach(order -> cancel(order, why));
  }

  private void cancel(WorkingOrder order, String why) {
    if (order.open()) {
      move(order, new OrderEvent.Cancel(why));
    }
  }

  void move(WorkingOrder order, OrderEvent event) {
    boolean asked = order.state instanceof OrderState.PendingCancel;
    switch (OrderLife.next(order.state, event, order.quantity)) {
      case Transition.Refused refused ->
          throw new IllegalStateException("order " + order.ticket.id() + ": " + refused.why());
      case Transition.Moved moved -> order.state = moved.state();
    }
    log.moved(booking.time(), order.ticket.id(), event, order.state);
    if (!order.open()) {
      ended(order, asked && order.state instanceof OrderState.Cancelled);
    }
  }

  private void ended(WorkingOrder order, boolean takenBack) {
    open.remove(order.ticket.id());
    MarketBook market = market(order.ticket.symbol());
    market.orders.remove(order);
    market.timed.removeIf(one -> one.order() == order);
    if (!takenBack) {
      following.addAll(order.then);
    }
  }

  /// The exchange sends what was to follow, itself: it is there at once. To be called whenever
  /// something has happened here, once all of that has happened.
  void follow() {
    while (!following.isEmpty()) {
      send(following.poll(), List.of()).forEach(this::arrive);
    }
  }

  /// Nothing more comes of anything.
  void endAll(String why) {
    cancelAll(List.copyOf(open.values()), why);
    following.clear();
  }
}
