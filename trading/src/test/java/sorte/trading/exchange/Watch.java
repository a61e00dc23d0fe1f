package sorte.trading.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sorte.trading.market.Bar;
import sorte.trading.order.OrderEvent;
import sorte.trading.order.OrderLife;
import sorte.trading.order.OrderState;
import sorte.trading.order.OrderTicket;
import sorte.trading.order.OrderType;
import sorte.trading.order.Size;
import sorte.trading.order.TimeInForce;
import sorte.trading.order.Transition;

/// Hears all that an exchange says, keeps books of its own and believes nothing.
final class Watch implements ExchangeLog {
  final List<Execution> executions = new ArrayList<>();
  final Map<Long, OrderState> states = new HashMap<>();
  final Map<Long, OrderTicket> tickets = new HashMap<>();
  final Map<Long, Long> filled = new HashMap<>();
  final Map<Long, Long> sentAt = new HashMap<>();
  final Map<String, Long> positions = new HashMap<>();
  final Set<Long> standing = new TreeSet<>();
  final StringBuilder story = new StringBuilder();
  final String where;
  long worth;
  long fees;
  long borrowed;
  long thisBar;
  Bar bar = new Bar(0, 1, 1, 1, 1, 0);

  Watch(String where) {
    this.where = where;
  }

  /// Said as an error with all that makes it happen again.
  void holds(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(where + ": " + otherwise);
    }
  }

  void sends(OrderTicket ticket, long time) {
    tickets.put(ticket.id(), ticket);
    sentAt.put(ticket.id(), time);
  }

  void begins(Bar next) {
    bar = next;
    thisBar = 0;
  }

  @Override
  public void moved(long time, long order, OrderEvent event, OrderState state) {
    story.append(time).append(' ').append(order).append(' ').append(event).append('\n');
    OrderState before = states.getOrDefault(order, new OrderState.Initialized());
    // what a share of the money comes to is known from the first fill on alone
    Transition next = OrderLife.next(before, event, quantity(order, event, state));
    holds(next.equals(new Transition.Moved(state)), before + " cannot become " + state);
    states.put(order, state);
    if (event instanceof OrderEvent.Fill) {
      holds(state.filled() == filled(order), "the state does not count the fills: " + state);
    }
    boolean ended = state instanceof OrderState.Closed;
    if (!ended) {
      standing.add(order);
      return;
    }
    standing.remove(order);
    OrderTicket ticket = tickets.get(order);
    if (ticket != null && ticket.force() instanceof TimeInForce.FillOrKill) {
      holds(state instanceof OrderState.Filled || state.filled() == 0, ticket + " " + state);
    }
  }

  private long quantity(long order, OrderEvent event, OrderState state) {
    OrderTicket ticket = tickets.get(order);
    if (ticket != null && ticket.size() instanceof Size.Units units) {
      return units.quantity();
    }
    return state instanceof OrderState.Filled f ? f.quantity() : Long.MAX_VALUE;
  }

  @Override
  public void executed(Execution e) {
    story.append(e).append('\n');
    executions.add(e);
    worth += e.worth();
    fees += e.fee();
    long before = positions.merge(e.symbol(), e.quantity(), Long::sum) - e.quantity();
    boolean grew = Math.abs(before + e.quantity()) > Math.abs(before);
    holds(e.opening() == grew, "it does not open: " + e);
    holds(
        before == 0 || Long.signum(before) * Long.signum(before + e.quantity()) >= 0,
        "what turns a position is two executions: " + e);
    if (e.cause() == Execution.Cause.ORDER) {
      thisBar += Math.abs(e.quantity());
      filled.merge(e.order(), Math.abs(e.quantity()), Long::sum);
      OrderTicket ticket = tickets.get(e.order());
      if (ticket != null) {
        keeps(ticket, e);
      }
    }
  }

  private void keeps(OrderTicket ticket, Execution e) {
    int sign = ticket.side().sign();
    holds(Long.signum(e.quantity()) == sign, "the other side: " + e);
    holds(!(sign * e.price() > sign * limit(ticket.type())), "through its limit: " + e);
    holds(!(ticket.reduceOnly() && e.opening()), "reduce-only opens: " + e);
    holds(e.maker() || !ticket.postOnly(), "post-only takes: " + e);
    if (ticket.force() instanceof TimeInForce.GoodTillDate date) {
      holds(e.time() < date.until(), "after its time: " + ticket + " " + e);
    }
    boolean within = e.price() >= bar.low() && e.price() <= bar.high();
    holds(within || !e.maker(), "no price of " + bar + ": " + e);
  }

  private static double limit(OrderType type) {
    return switch (type) {
      case OrderType.Limit limit -> limit.price();
      case OrderType.StopLimit limit -> limit.price();
      case OrderType.Market _, OrderType.Stop _, OrderType.TakeProfit _, OrderType.TrailingStop _ ->
          Double.NaN;
    };
  }

  @Override
  public void borrowed(long time, String symbol, long amount) {
    story.append("borrowed ").append(amount).append('\n');
    borrowed += amount;
  }

  OrderState state(long order) {
    return states.getOrDefault(order, new OrderState.Initialized());
  }

  long filled(long order) {
    return filled.getOrDefault(order, 0L);
  }
}
