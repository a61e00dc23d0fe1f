package sorte.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sorte.trading.market.Bar;
import sorte.trading.market.Instrument;
import sorte.trading.money.Money;
import sorte.trading.order.Exit;
import sorte.trading.order.Instruction;
import sorte.trading.order.OrderState;
import sorte.trading.order.OrderTicket;
import sorte.trading.order.OrderType;
import sorte.trading.order.Quantity;
import sorte.trading.order.Size;
import sorte.trading.order.TimeInForce;

/// Thousands of random streams of every kind of order over random bars under random models; after
/// each bar nothing may be wrong. The watch checks each fill and each step of each order besides.
class ExchangeInvariantsTest {
  private static final long CASH = 20_000 * Money.ONE;
  private static final int BARS = 40;
  private static final int STREAMS = 2000;

  private final Map<String, Integer> seen = new TreeMap<>();
  private final Map<Execution.Cause, Integer> causes = new EnumMap<>(Execution.Cause.class);

  @Test
  void whatever_is_ordered_the_books_hold() {
    for (long seed = 1; seed <= STREAMS; seed++) {
      stream(seed).watch.executions.forEach(e -> causes.merge(e.cause(), 1, Integer::sum));
    }
    System.out.printf(
        "%d streams of %d bars, seeds 1 to %d: orders ended %s, executions %s%n",
        STREAMS, BARS, STREAMS, seen, causes);
    for (String state : List.of("Filled", "Cancelled", "Rejected", "Expired")) {
      assertThat(seen.get(state)).as(state).isGreaterThan(1000);
    }
    assertThat(causes.get(Execution.Cause.ORDER)).isGreaterThan(50_000);
    assertThat(causes.get(Execution.Cause.LIQUIDATION)).isGreaterThan(200);
  }

  @Test
  void the_same_seed_gives_the_same_bytes() {
    for (long seed = 1; seed <= 200; seed++) {
      String once = stream(seed).watch.story.toString();
      assertThat(once).isNotEmpty().isEqualTo(stream(seed).watch.story.toString());
    }
  }

  private Stream stream(long seed) {
    Stream stream = new Stream(seed);
    stream.run();
    stream.watch.states.values().forEach(s -> seen.merge(s.word(), 1, Integer::sum));
    return stream;
  }

  private static final class Stream {
    private final RandomOrders orders;
    private final FillModel model;
    private final Watch watch;
    private final BarExchange exchange;
    private final Map<Long, Instruction> sent = new HashMap<>();
    private final double[] prices = {100, 40};
    private final List<String> symbols = List.of("ONE", "TWO");
    private long now;

    Stream(long seed) {
      this.orders = new RandomOrders(seed);
      this.model = orders.model();
      this.watch = new Watch("seed " + seed + " " + model);
      this.exchange =
          new BarExchange(
              model,
              CASH,
              List.of(new Instrument("ONE", 0.5, 0.5, 0), new Instrument("TWO", 0.5, 0.1, 20)),
              watch);
    }

    void run() {
      for (int bar = 0; bar < BARS; bar++) {
        long time = bar * RandomOrders.HOUR;
        for (int i = 0; i < symbols.size(); i++) {
          Bar next = orders.bar(time, prices[i]);
          watch.begins(next);
          exchange.bar(symbols.get(i), next, time + RandomOrders.HOUR);
          prices[i] = next.close();
          participates(next);
        }
        now = time + RandomOrders.HOUR;
        exchange.settle();
        for (int n = orders.random.nextInt(4); n > 0; n--) {
          send();
        }
        if (orders.random.nextInt(5) == 0 && orders.lastId() > 0) {
          exchange.cancel(orders.random.nextLong(1, orders.lastId() + 1));
        }
        holds();
      }
    }

    private void send() {
      int which = orders.random.nextInt(2);
      Instruction instruction = orders.instruction(symbols.get(which), prices[which], now);
      watched(instruction);
      watch.begins(new Bar(now, prices[which], prices[which], prices[which], prices[which], 0));
      exchange.submit(instruction);
    }

    private void watched(Instruction instruction) {
      switch (instruction) {
        case Instruction.Single single -> watch.sends(single.order(), now);
        case Instruction.Bracket bracket -> {
          watch.sends(bracket.entry(), now);
          sent.put(bracket.entry().id(), bracket);
        }
        case Instruction.OneCancelsOther pair -> {
          watch.sends(pair.one(), now);
          watch.sends(pair.other(), now);
          sent.put(pair.one().id(), pair);
        }
        case Instruction.OneTriggersOther chain -> {
          watch.sends(chain.first(), now);
          watched(chain.then());
        }
      }
    }

    private void participates(Bar bar) {
      if (model.participation() > 0) {
        double most = model.participation() * bar.volume();
        watch.holds(Quantity.toDouble(watch.thisBar) <= most, "more than our share of " + bar);
      }
    }

    private void holds() {
      money();
      watch.filled.forEach(this::neverMoreThanOrdered);
      watch.standing.forEach(order -> nothingRestsThatMayNot(order, watch.state(order)));
      sent.values().forEach(this::groupsShare);
    }

    /// Cash and positions are the sum of fills, to the last 1e-8.
    private void money() {
      long entry = 0;
      for (String symbol : symbols) {
        entry += exchange.entryWorth(symbol);
        long held = watch.positions.getOrDefault(symbol, 0L);
        watch.holds(exchange.position(symbol) == held, "a position is not the sum of fills");
      }
      long flows = CASH - watch.worth - watch.fees - watch.borrowed - exchange.writtenOff();
      watch.holds(exchange.settled() - entry == flows, "cash is not the sum of fills");
      watch.holds(exchange.fees() == watch.fees, "fees are not the sum of fees");
      watch.holds(exchange.borrowed() == watch.borrowed, "borrowing is not its sum");
    }

    private void neverMoreThanOrdered(long order, long filled) {
      OrderTicket ticket = watch.tickets.get(order);
      if (ticket != null && ticket.size() instanceof Size.Units units) {
        watch.holds(filled <= units.quantity(), "more was filled than ordered");
      }
    }

    private void nothingRestsThatMayNot(long order, OrderState state) {
      OrderTicket ticket = watch.tickets.get(order);
      OrderState stands = state instanceof OrderState.PendingCancel p ? p.before() : state;
      if (ticket == null || stands instanceof OrderState.Closed) {
        return;
      }
      boolean there = !(stands instanceof OrderState.Submitted);
      boolean triggers =
          switch (ticket.type()) {
            case OrderType.Market _, OrderType.Limit _ -> false;
            case OrderType.Stop _,
                OrderType.StopLimit _,
                OrderType.TrailingStop _,
                OrderType.TakeProfit _ ->
                true;
          };
      if (ticket.force().atOnce() && there) {
        watch.holds(
            triggers && stands instanceof OrderState.Accepted, ticket + " rests: " + stands);
      }
      if (ticket.force() instanceof TimeInForce.GoodTillDate date && there && !exchange.bust()) {
        watch.holds(date.until() >= now, ticket + " stands after its time: " + stands);
      }
    }

    private void groupsShare(Instruction instruction) {
      if (instruction instanceof Instruction.OneCancelsOther pair) {
        long both = watch.filled(pair.one().id()) + watch.filled(pair.other().id());
        long quantity = ((Size.Units) pair.one().size()).quantity();
        watch.holds(both <= quantity, "both of a pair filled: " + pair);
      }
      if (instruction instanceof Instruction.Bracket bracket) {
        long out = bracket.exits().stream().mapToLong(Exit::id).map(watch::filled).sum();
        long in = watch.filled(bracket.entry().id());
        watch.holds(out <= in, "exits filled more than was entered: " + bracket);
      }
    }
  }
}
