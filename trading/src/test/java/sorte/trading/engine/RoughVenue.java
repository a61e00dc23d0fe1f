package sorte.trading.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import sorte.trading.venue.Memory;
import sorte.trading.venue.Order;
import sorte.trading.venue.Question;
import sorte.trading.venue.Reply;
import sorte.trading.venue.SimulatedVenue;
import sorte.trading.venue.VenueCodec;

/// A venue behind a bad line. What goes wrong with an order or a reply follows from the seed, the
/// bytes and the bar alone, so that it goes wrong again in a replay. It keeps what truly happened:
/// every order that arrived, every fill, and which fills the trader has heard of.
final class RoughVenue extends SimulatedVenue {

  /// Stands between the trader and the venue.
  interface Gate {
    /// An order leaves the trader.
    void leaves(Order order);

    /// The market goes through the bar now: what rests at the venue is all that protects.
    void passes();

    /// Nobody looks.
    Gate OPEN =
        new Gate() {
          @Override
          public void leaves(Order order) {}

          @Override
          public void passes() {}
        };
  }

  /// One fill, known by order and number.
  record Known(long order, int fill) {}

  private record Held(byte[] reply, long untilBar) {}

  private final Weather weather;
  private final long unasked;
  private final Gate gate;
  private final Deque<Held> line = new ArrayDeque<>();
  private final Map<Long, byte[]> arrived = new HashMap<>();
  private final Map<Long, Order> orders = new HashMap<>();
  private final Map<Long, Order> resting = new HashMap<>();
  private final Set<Known> filled = new HashSet<>();
  private final Set<Known> heard = new HashSet<>();
  private final Set<Long> over = new HashSet<>();
  private final Questions questions = new Questions();
  private final Comparisons comparisons = new Comparisons();
  private final Sums truth = new Sums();
  private final Sums known = new Sums();
  private long bar = -1;
  private long lastSaid;
  private long lastStop = -1;
  private boolean stopInDoubt;
  private boolean stopTakenBack;

  RoughVenue(
      double slippage, double minNotional, double fee, double cash, Weather weather, Gate gate) {
    super(slippage, minNotional, weather::mood);
    this.weather = weather;
    weather.at(-1);
    this.unasked = weather.unasked();
    this.gate = gate;
    remembers(_ -> weather.memory());
    truth.begin(cash, fee);
    known.begin(cash, fee);
  }

  @Override
  public void at(long number, double opened, double highest, double lowest, double closed) {
    bar = number;
    weather.at(number);
    super.at(number, opened, highest, lowest, closed);
    collect();
    if (weather.drops(number)) {
      drop();
    }
    if (number == unasked) {
      // of an order that nobody sent
      hold(VenueCodec.bytes(new Reply.Acknowledged(Long.MAX_VALUE - 7)));
      hold(VenueCodec.bytes(new Reply.Rejected(Long.MAX_VALUE - 7, "unknown order")));
    }
  }

  /// What rests is gone, and nobody says so.
  private void drop() {
    List.copyOf(resting.keySet()).forEach(super::cancel);
    while (super.poll().isPresent()) {} // what it says of that
    resting.clear();
  }

  @Override
  public void passed() {
    gate.passes();
    super.passed();
    collect();
  }

  @Override
  public void send(byte[] record) {
    Order order = VenueCodec.order(record);
    byte[] before = arrived.putIfAbsent(order.id(), record.clone());
    if (before == null) {
      orders.put(order.id(), order);
      questions.sent(order.id(), order.kind() == Order.Kind.CATASTROPHE, bar);
      comparisons.sent(order);
      gate.leaves(order);
      if (order.kind() == Order.Kind.CATASTROPHE) {
        lastStop = order.id();
        stopInDoubt = true;
        stopTakenBack = false;
      }
    } else if (!java.util.Arrays.equals(before, record)) {
      throw new Broken("order " + order.id() + " left twice, and not the same");
    }
    if (weather.loses(order.id(), lastSaid++)) {
      return;
    }
    super.send(record);
    collect();
    if (order.kind() == Order.Kind.CATASTROPHE && super.resting() > resting.size()) {
      resting.put(order.id(), order);
    }
  }

  @Override
  public void cancel(long order) {
    questions.cancelled(order, bar);
    comparisons.cancelled(order);
    stopTakenBack |= order == lastStop;
    stopInDoubt |= order == lastStop;
    if (weather.losesCancel(order, lastSaid++)) {
      return;
    }
    super.cancel(order);
    collect();
  }

  @Override
  public void ask(byte[] question) {
    switch (VenueCodec.question(question)) {
      case Question.OfOrder(long order) -> {
        questions.asked(order, bar);
        comparisons.askedOf(order);
      }
      case Question.OfAccount(long number) -> comparisons.asked(number, bar);
    }
    if (weather.losesQuestion(lastSaid++)) {
      return;
    }
    super.ask(question);
    collect();
  }

  /// Takes what the venue says onto the line; what it filled is true from now on.
  private void collect() {
    for (Optional<byte[]> said = super.poll(); said.isPresent(); said = super.poll()) {
      Reply reply = VenueCodec.reply(said.get());
      if (reply instanceof Reply.Filled fill && filled.add(new Known(fill.order(), fill.fill()))) {
        truth.filled(fill.quantity(), fill.price());
      }
      switch (reply) {
        case Reply.Filled _, Reply.Rejected _, Reply.Cancelled _ -> resting.remove(reply.order());
        case Reply.Acknowledged _, Reply.Stated _, Reply.Holds _ -> {}
      }
      hold(said.get());
    }
  }

  private void hold(byte[] reply) {
    long salt = lastSaid++;
    Order order = orders.get(VenueCodec.reply(reply).order());
    boolean stop = order != null && order.kind() == Order.Kind.CATASTROPHE;
    boolean fill = VenueCodec.reply(reply) instanceof Reply.Filled;
    if (!(stop && fill) && weather.losesReply(reply, salt)) {
      return;
    }
    Held held = new Held(reply, bar + weather.late(reply, salt));
    if (weather.reorders(reply, salt)) {
      line.addFirst(held);
    } else {
      line.add(held);
    }
    if (weather.doubles(reply, salt)) {
      line.add(held);
    }
  }

  @Override
  public Optional<byte[]> poll() {
    if (weather.down()) {
      return Optional.empty();
    }
    for (Iterator<Held> i = line.iterator(); i.hasNext(); ) {
      Held held = i.next();
      if (held.untilBar <= bar) {
        i.remove();
        hears(VenueCodec.reply(held.reply));
        return Optional.of(held.reply);
      }
    }
    return Optional.empty();
  }

  /// Whether something was said that the trader could have heard by now and did not.
  boolean unheard() {
    return !weather.down() && line.stream().anyMatch(held -> held.untilBar <= bar);
  }

  private void hears(Reply reply) {
    questions.heard(reply, bar);
    if (reply.order() == lastStop) {
      stopInDoubt &= !settles(reply);
    }
    boolean news = !(reply instanceof Reply.Filled f) || heard.add(new Known(f.order(), f.fill()));
    if (news) {
      comparisons.heard(reply, known.position());
    }
    switch (reply) {
      case Reply.Filled fill -> {
        if (news) {
          known.filled(fill.quantity(), fill.price());
        }
      }
      case Reply.Rejected _, Reply.Cancelled _ -> over.add(reply.order());
      case Reply.Stated stated -> {
        if (stated.state() == Reply.State.CLOSED) {
          over.add(reply.order());
        }
      }
      case Reply.Acknowledged _, Reply.Holds _ -> {}
    }
  }

  /// Whether a reply says of a stop whether it rests.
  private boolean settles(Reply reply) {
    return switch (reply) {
      case Reply.Acknowledged _ -> !stopTakenBack;
      case Reply.Rejected _, Reply.Cancelled _ -> true;
      case Reply.Stated stated -> stated.state() != Reply.State.UNKNOWN;
      case Reply.Filled _, Reply.Holds _ -> false;
    };
  }

  /// Whether the trader heard the end of this order, so that a fill after it is stray.
  boolean wasOver(long order) {
    return over.contains(order);
  }

  /// Whether nothing was heard of the last stop since it left, or was taken back: whoever takes the
  /// journal up asks, and may place another.
  boolean stopInDoubt() {
    return stopInDoubt;
  }

  /// An order about which somebody should have asked by now; -1 for none.
  long unasked(LongPredicate givenUp) {
    return questions.overdue(bar, givenUp);
  }

  /// What was asked about the account, and told.
  Comparisons comparisons() {
    return comparisons;
  }

  /// Whether the trader has heard of every fill.
  boolean nothingUnheard() {
    return filled.size() == heard.size();
  }

  /// Whether the venue answers questions with something that is not so.
  boolean lies() {
    return weather.memory() instanceof Memory.OtherPosition
        || weather.memory() instanceof Memory.StrangeOrder;
  }

  /// What has truly been filled.
  Sums truth() {
    return truth;
  }

  /// What of it the trader has heard.
  Sums known() {
    return known;
  }

  /// What rests now.
  List<Order> rests() {
    return new ArrayList<>(resting.values());
  }

  /// Every order that ever left, as it left.
  Map<Long, byte[]> arrived() {
    return arrived;
  }

  boolean quiet() {
    return line.isEmpty() && !weather.down();
  }
}
