package sorte.trading.venue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A venue made of bars. Deterministic: the same bars and orders give the same replies, so it is
/// rebuilt from the journal.
public class SimulatedVenue implements Venue {

  /// How many settled orders are remembered, to answer when one comes again.
  public static final int ORDERS_REMEMBERED = 4096;

  /// Positions are kept to so many parts of a unit.
  private static final double CLEAN = 1e8;

  /// What is nearer to such a part than this is that part.
  private static final double CLEAN_WITHIN = 1e-10;

  private static final String NOBODY = "the rest found nobody";
  private static final String NOTHING = "there is nothing to reduce";

  private record Waiting(Order order, long dueBar) {}

  private record Resting(Order order, Behaviour behaviour) {}

  private final double slippage;
  private final double minNotional;
  private final Behaviour.Choice behaviour;
  private final Deque<byte[]> replies = new ArrayDeque<>();
  private final Map<Long, List<byte[]>> said = new HashMap<>();
  private final Deque<Long> remembered = new ArrayDeque<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Resting> resting = new ArrayList<>();
  private Memory.Choice memory = Memory.ALWAYS_EXACT;
  private double position;
  private double held;
  private boolean keepsReduceOnly;
  private long bar = -1;
  private double open;
  private double high;
  private double low;
  private double close;

  /// @param slippage the fraction by which market orders fill worse than the bar's price
  /// @param minNotional the least worth of an order that does not reduce
  public SimulatedVenue(double slippage, double minNotional, Behaviour.Choice behaviour) {
    this.slippage = slippage;
    this.minNotional = minNotional;
    this.behaviour = behaviour;
  }

  /// The market is at this bar now, at its open: what rests and was gapped through fires there.
  public void at(long number, double opened, double highest, double lowest, double closed) {
    bar = number;
    open = opened;
    high = highest;
    low = lowest;
    close = closed;
    if (!waiting.isEmpty()) {
      List<Waiting> due = waiting.stream().filter(w -> w.dueBar <= number).toList();
      waiting.removeAll(due);
      due.forEach(w -> fill(w.order, 1, open, 1));
    }
    reached(opened, opened, opened);
  }

  /// The market has been through this bar: what rests within it fires at its level.
  public void passed() {
    reached(high, low, Double.NaN);
  }

  private void reached(double highest, double lowest, double gap) {
    if (resting.isEmpty()) {
      return;
    }
    for (Resting r : List.copyOf(resting)) {
      Order order = r.order;
      boolean hit = order.quantity() < 0 ? lowest <= order.price() : highest >= order.price();
      if (hit) {
        resting.remove(r);
        double level = Double.isNaN(gap) ? order.price() : gap;
        fire(order, r.behaviour, level * (1 + Math.signum(order.quantity()) * slippage));
      }
    }
  }

  private void fire(Order order, Behaviour chosen, double price) {
    double part = chosen instanceof Behaviour.FillPart p ? p.fraction() : 1;
    fill(order, part, price, chosen instanceof Behaviour.SayTwice ? 2 : 1);
  }

  /// Fills this part of what may be filled of an order, and says so; the rest is over.
  private void fill(Order order, double part, double price, int told) {
    double most = most(order);
    if (most == 0) {
      say(order.id(), new Reply.Rejected(order.id(), NOTHING));
      return;
    }
    double quantity = most * part;
    if (keepsReduceOnly) { // a part is of whole lots of the order, not of what there is
      quantity = Math.copySign(Math.min(Math.abs(order.quantity() * part), Math.abs(most)), most);
    }
    Reply fill = filled(order, 1, quantity, price);
    for (int i = 0; i < told; i++) {
      say(order.id(), fill);
    }
    if (part != 1 || most != order.quantity()) {
      say(order.id(), new Reply.Rejected(order.id(), NOBODY));
    }
  }

  /// How much of an order may be filled now, signed: of one that only reduces no more than there
  /// is.
  private double most(Order order) {
    double quantity = order.quantity();
    boolean bounded =
        order.kind() == Order.Kind.CATASTROPHE || (keepsReduceOnly && order.reduceOnly());
    if (!bounded) {
      return quantity;
    }
    if (Math.signum(quantity) != -Math.signum(position)) {
      return 0;
    }
    double hair = keepsReduceOnly ? 1 / CLEAN : 0;
    boolean whole = Math.abs(quantity) <= Math.abs(position) + hair;
    return whole ? quantity : Math.signum(quantity) * Math.abs(position);
  }

  /// From now on it keeps what reduce-only promises of every such order, as venues do. Before, it
  /// did so of what rests alone.
  public void keepReduceOnly() {
    keepsReduceOnly = true;
  }

  @Override
  public void send(byte[] record) {
    Order order = VenueCodec.order(record);
    List<byte[]> before = said.get(order.id());
    if (before != null) {
      replies.addAll(before);
      return;
    }
    Behaviour chosen = behaviour.of(order);
    if (chosen instanceof Behaviour.Lose) {
      return;
    }
    remember(order.id());
    if (!order.reduceOnly() && Math.abs(order.quantity()) * order.price() < minNotional) {
      say(order.id(), new Reply.Rejected(order.id(), "worth less than " + minNotional));
      return;
    }
    if (order.kind() == Order.Kind.CATASTROPHE) {
      rest(order, chosen);
      return;
    }
    say(order.id(), new Reply.Acknowledged(order.id()));
    double price = price(order);
    switch (chosen) {
      case Behaviour.FillWhole _ -> fill(order, 1, price, 1);
      case Behaviour.Reject r -> say(order.id(), new Reply.Rejected(order.id(), r.reason()));
      case Behaviour.FillPart p -> fill(order, p.fraction(), price, 1);
      case Behaviour.SayTwice _ -> fill(order, 1, price, 2);
      case Behaviour.FillMore m -> {
        fill(order, 1, price, 1);
        say(order.id(), filled(order, 2, m.more(), price));
      }
      case Behaviour.Late l -> waiting.add(new Waiting(order, bar + l.bars()));
      case Behaviour.Lose _ -> throw new IllegalStateException("seen above");
    }
  }

  private void rest(Order order, Behaviour chosen) {
    if (chosen instanceof Behaviour.Reject r) {
      say(order.id(), new Reply.Rejected(order.id(), r.reason()));
      return;
    }
    resting.add(new Resting(order, chosen));
    say(order.id(), new Reply.Acknowledged(order.id()));
  }

  /// What it remembers when it is asked; exactly what was, unless told otherwise.
  public void remembers(Memory.Choice choice) {
    memory = choice;
  }

  @Override
  public void ask(byte[] record) {
    Memory now = memory.at(bar);
    if (now instanceof Memory.Silent) {
      return;
    }
    switch (VenueCodec.question(record)) {
      case Question.OfOrder(long order) -> state(order, now);
      case Question.OfAccount(long number) -> {
        double more = now instanceof Memory.OtherPosition o ? o.more() : 0;
        replies.add(VenueCodec.bytes(new Reply.Holds(number, held + more, open(now))));
      }
    }
  }

  private void state(long order, Memory now) {
    boolean open = open(now).contains(order);
    List<byte[]> before = said.getOrDefault(order, List.of());
    if (now instanceof Memory.Forgets || (before.isEmpty() && !open)) {
      replies.add(VenueCodec.bytes(new Reply.Stated(order, Reply.State.UNKNOWN, 0)));
      return;
    }
    Map<Integer, Double> fills = new HashMap<>();
    for (byte[] reply : before) {
      if (!(now instanceof Memory.FilledMore)) {
        replies.add(reply);
      }
      if (VenueCodec.reply(reply) instanceof Reply.Filled fill) {
        fills.put(fill.fill(), fill.quantity());
      }
    }
    double filled = now instanceof Memory.FilledMore m ? m.more() : 0;
    for (double quantity : fills.values()) {
      filled += quantity;
    }
    Reply.State state = open ? Reply.State.OPEN : Reply.State.CLOSED;
    replies.add(VenueCodec.bytes(new Reply.Stated(order, state, filled)));
  }

  private List<Long> open(Memory now) {
    if (now instanceof Memory.Forgets) {
      return List.of();
    }
    List<Long> open = new ArrayList<>();
    waiting.forEach(w -> open.add(w.order.id()));
    resting.forEach(r -> open.add(r.order.id()));
    if (now instanceof Memory.StrangeOrder s) {
      open.add(s.order());
    }
    return open;
  }

  /// How many orders rest.
  public int resting() {
    return resting.size();
  }

  @Override
  public void cancel(long order) {
    if (resting.removeIf(r -> r.order.id() == order)) {
      say(order, new Reply.Cancelled(order));
    }
    if (waiting.removeIf(w -> w.order.id() == order)) {
      say(order, new Reply.Cancelled(order));
    }
  }

  @Override
  public Optional<byte[]> poll() {
    return Optional.ofNullable(replies.poll());
  }

  private double price(Order order) {
    double worse = 1 + Math.signum(order.quantity()) * slippage;
    return switch (order.kind()) {
      case OPEN -> open * worse;
      case CLOSE -> close * worse;
      case STOP, CATASTROPHE -> order.price() * worse;
      case LIMIT -> order.price();
    };
  }

  private Reply filled(Order order, int fill, double quantity, double price) {
    position = Math.rint((position + quantity) * CLEAN) / CLEAN;
    double sum = held + quantity;
    double clean = Math.rint(sum * CLEAN) / CLEAN;
    held = Math.abs(clean - sum) < CLEAN_WITHIN ? clean : sum; // as the account's books sum fills
    return new Reply.Filled(order.id(), fill, quantity, price);
  }

  private void say(long order, Reply reply) {
    byte[] bytes = VenueCodec.bytes(reply);
    said.computeIfAbsent(order, _ -> new ArrayList<>()).add(bytes);
    replies.add(bytes);
  }

  private void remember(long order) {
    remembered.add(order);
    if (remembered.size() > ORDERS_REMEMBERED) {
      said.remove(remembered.poll());
    }
  }
}
