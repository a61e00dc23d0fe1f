package kill;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sorte.trading.home.Home;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.market.MarketFeed;
import sorte.trading.market.MarketSpec;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;
import sorte.trading.venue.VenueCodec;

/// Reads a trader's journal from its first record to its last: bars without holes or doubles and equal to the market's,
/// one decision a slot and bar, each order sent once, filled at most its quantity, ended once or open where the journal ends.
final class Orders {
  private static final double DUST = 1e-9;

  private final Map<Long, Order> sent = new HashMap<>();
  private final Map<Long, Double> filled = new HashMap<>();
  private final Set<String> fills = new HashSet<>();
  private final Set<Long> ended = new HashSet<>();
  private final Set<String> deciding = new HashSet<>();
  private final Set<String> decided = new HashSet<>();
  private final Set<Long> barsDecided = new HashSet<>();
  private final Set<String> commands = new HashSet<>();
  private final MarketFeed market;
  private long bars;
  private int faults;
  private long firstDecided = Long.MAX_VALUE;
  private long time = Long.MIN_VALUE;

  private Orders(Home home) throws IOException {
    this.market = MarketSpec.read(home.marketFile()).source().from(0);
  }

  /// What a whole journal holds.
  ///
  /// @param open orders without an end, the catastrophe stop apart
  /// @param stops catastrophe stops that rest at the venue where the journal ends
  record Seen(long bars, int decisions, int faults, int orders, int open, List<Order> stops) {
    @Override
    public String toString() {
      return "%d bars, %d decisions, %d faults, %d orders, %d open, %d stops"
          .formatted(bars, decisions, faults, orders, open, stops.size());
    }
  }

  static Seen check(Home home) throws IOException, Broken {
    Orders orders = new Orders(home);
    try (Journal journal = Journal.open(home.journal())) {
      Cursor cursor = journal.read();
      for (Optional<Event> e = cursor.next(); e.isPresent(); e = cursor.next()) {
        orders.see(e.get());
      }
    }
    return orders.end();
  }

  private void see(Event event) throws IOException, Broken {
    switch (event) {
      case Event.BarClosed bar -> bar(bar);
      case Event.Deciding d -> {
        Broken.unless(deciding.add(d.slot() + "@" + d.bar()), "slot and bar begin to decide twice: " + d);
        barsDecided.add(d.bar());
        firstDecided = Math.min(firstDecided, d.bar());
      }
      case Event.Decided d -> decision(d.slot() + "@" + d.bar());
      case Event.DecisionFaulted d -> {
        decision(d.slot() + "@" + d.bar());
        faults++;
      }
      case Event.OrderSent(byte[] bytes) -> {
        Order order = VenueCodec.order(bytes);
        Broken.unless(sent.put(order.id(), order) == null, "order " + order.id() + " left twice");
      }
      case Event.VenueReplied(byte[] bytes) -> reply(VenueCodec.reply(bytes));
      case Event.Commanded c ->
          Broken.unless(commands.add(c.commandId()), "command " + c.commandId() + " acted twice");
      case Event.Noted n -> {
        boolean books = n.type().equals("Alert") && n.detail().matches("(?s).*(slots and house|the house|unexpected fill|never answered|reconciliation).*");
        Broken.unless(!books, "alert at bar " + n.bar() + ": " + n.detail());
      }
      case Event.Input _, Event.Output _, Event.Measured _ -> {
        // says nothing of bars, decisions or orders
      }
    }
  }

  private void bar(Event.BarClosed bar) throws IOException, Broken {
    Broken.unless(bar.number() == bars, "after bar " + (bars - 1) + " came bar " + bar.number());
    Broken.unless(bar.time() > time, "bar " + bar.number() + " goes back in time");
    Broken.unless(
        market.advance() && market.number() == bar.number() && market.time() == bar.time()
            && market.open() == bar.open() && market.high() == bar.high() && market.low() == bar.low()
            && market.close() == bar.close() && market.volume() == bar.volume(),
        "bar " + bar.number() + " is not the market's");
    bars++;
    time = bar.time();
  }

  private void decision(String slotAndBar) throws Broken {
    Broken.unless(deciding.contains(slotAndBar), "decided without deciding: " + slotAndBar);
    Broken.unless(decided.add(slotAndBar), "decided twice: " + slotAndBar);
  }

  private void reply(Reply reply) throws Broken {
    if (reply instanceof Reply.Holds) {
      return; // about the account: the trader itself compares it with its books
    }
    Order order = sent.get(reply.order());
    Broken.unless(order != null, "the venue speaks of an order that was not sent: " + reply);
    switch (reply) {
      case Reply.Acknowledged _, Reply.Stated _, Reply.Holds _ -> {}
      case Reply.Filled fill -> {
        Broken.unless(fills.add(fill.order() + "/" + fill.fill()), "filled twice: " + fill);
        double all = filled.merge(fill.order(), fill.quantity(), Double::sum);
        Broken.unless(
            Math.signum(fill.quantity()) == Math.signum(order.quantity())
                && Math.abs(all) <= Math.abs(order.quantity()) + DUST,
            "order " + fill.order() + " of " + order.quantity() + " is filled with " + all);
        if (Math.abs(all - order.quantity()) <= DUST) {
          ends(fill.order());
        }
      }
      case Reply.Rejected rejected -> ends(rejected.order());
      case Reply.Cancelled cancelled -> ends(cancelled.order());
    }
  }

  private void ends(long order) throws Broken {
    Broken.unless(ended.add(order), "order " + order + " ended twice");
  }

  private Seen end() throws Broken {
    Broken.unless(bars > 0, "the journal holds no bar");
    Broken.unless(decided.equals(deciding), "begun and not decided: " + minus(deciding, decided));
    for (long bar = firstDecided; bar < bars; bar++) {
      Broken.unless(barsDecided.contains(bar), "nobody decided on bar " + bar);
    }
    List<Order> open = sent.values().stream().filter(order -> !ended.contains(order.id())).toList();
    List<Order> stops = open.stream().filter(order -> order.kind() == Order.Kind.CATASTROPHE).toList();
    return new Seen(bars, decided.size(), faults, sent.size(), open.size() - stops.size(), stops);
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    Set<String> rest = new java.util.TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
