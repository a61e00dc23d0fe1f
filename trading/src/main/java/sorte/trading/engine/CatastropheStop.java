package sorte.trading.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;

/// The one order that rests at the venue for the net position, there even when this process is not:
/// reduce-only, wider than every stop that the slots declared, so that the engine's own protective
/// exits come first and this one only where they cannot. It follows the net position after every
/// step of an event: cancelled, its outcome heard, and placed anew. When the venue will not have
/// it, nothing new is entered until it does, or until a person resumes.
final class CatastropheStop implements Desk.Resting {

  /// How far beyond the widest declared stop, as a fraction of that stop's level.
  static final double BEYOND = 0.10;

  /// How far from the entry's price where a slot declared no stop.
  static final double UNDECLARED = 0.20;

  /// It moves nearer only by so much of its level at once: a trailing stop would move it each bar.
  static final double TIGHTENED_AT_LEAST = 0.05;

  /// How often it is placed anew in one event when the venue refuses.
  static final int TRIES = 3;

  /// Of how many orders the fills are remembered, to know one that is said again.
  static final int ORDERS_REMEMBERED = 64;

  /// What the engine knows and this needs.
  interface Holders {
    /// The slots that may hold something.
    List<Slot> trading();

    /// The last price.
    double last();
  }

  private record Wanted(double quantity, double level) {}

  private final Desk desk;
  private final Account account;
  private final Costs costs;
  private final Instrument instrument;
  private final Holders holders;
  private final Desk.Journalist journalist;
  private final Map<Long, Set<Integer>> fills = new LinkedHashMap<>();
  private @Nullable Order resting;
  private boolean acknowledged;
  private boolean doubted;
  private boolean takingBack;
  private long lastSent;
  private int sentAgain;
  private String refused = "";
  private double unbooked;
  private double worth;
  private boolean inForce;
  private boolean unprotected;
  private long triedAt = -1;

  CatastropheStop(
      Desk desk,
      Account account,
      Costs costs,
      Instrument instrument,
      Holders holders,
      Desk.Journalist journalist) {
    this.desk = desk;
    this.account = account;
    this.costs = costs;
    this.instrument = instrument;
    this.holders = holders;
    this.journalist = journalist;
  }

  /// From now on there is one.
  void begin() {
    inForce = true;
  }

  /// Whether the venue refused it, so that nothing new may be entered.
  boolean unprotected() {
    return unprotected;
  }

  /// A person takes the position as it stands.
  void resumed() {
    unprotected = false;
  }

  /// The id of the order that rests, as far as is known.
  Optional<Long> resting() {
    return Optional.ofNullable(resting).map(Order::id);
  }

  /// Whether this is the order that rests.
  boolean rests(long order) {
    return resting != null && resting.id() == order;
  }

  /// Whether a stop left under this id, however long ago it was given up.
  boolean left(long order) {
    return fills.containsKey(order);
  }

  /// Whether the venue said that it has it.
  boolean isAcknowledged() {
    return acknowledged;
  }

  /// Its level while it rests; NaN when none does.
  double level() {
    Order order = resting;
    return order == null ? Double.NaN : order.price();
  }

  /// Brings what rests into line with the net position.
  void follow(long bar) {
    if (!inForce) {
      return;
    }
    for (int tried = 0; tried < TRIES; ) {
      book(bar);
      Wanted wanted = wanted();
      Order order = resting;
      if (order != null && (fits(order, wanted) || !taken(order, bar))) {
        askAgain(order, bar);
        return;
      }
      if (unbooked == 0) { // else the fill won the race with the cancellation
        if (wanted.quantity == 0 || (unprotected && triedAt == bar)) {
          return;
        }
        tried++;
        refused = "";
        if (desk.rest(wanted.quantity, wanted.level, bar) && refused.isEmpty()) {
          return;
        }
      }
    }
    book(bar);
    refuse(bar);
  }

  /// Takes it back; whether its outcome is known. Where the answer is lost it is asked for.
  private boolean taken(Order order, long bar) {
    if (!takingBack) {
      takingBack = true;
      if (acknowledged) { // else it is being asked about since it left
        lastSent = bar;
        sentAgain = 0;
      }
    }
    desk.cancelResting(order.id(), bar);
    if (desk.asks() && resting != null) {
      acknowledged = false; // it may be gone: the venue is asked
    }
    return resting == null;
  }

  private void refuse(long bar) {
    triedAt = bar;
    if (!unprotected) {
      unprotected = true;
      alert(
          "the venue refuses the catastrophe stop (%s): only exits leave until it takes one, or somebody resumes"
              .formatted(refused));
    }
  }

  private void askAgain(Order order, long bar) {
    if ((acknowledged && !takingBack) || bar - lastSent < (doubted ? 1 : Desk.SILENT_BARS)) {
      return;
    }
    lastSent = bar;
    if (desk.asks()) {
      askAfter(order, bar);
      return;
    }
    if (++sentAgain <= Desk.SENT_AGAIN_AT_MOST) {
      desk.sendAgain(order, bar);
      return;
    }
    desk.takeBack(order.id()); // it may rest all the same
    resting = null;
    refused = "it was never answered";
    if (wanted().quantity != 0) {
      refuse(bar);
    }
  }

  private void askAfter(Order order, long bar) {
    if (++sentAgain <= Desk.ASKED_AT_MOST) {
      desk.ask(order.id());
      desk.hear(bar);
      return;
    }
    resting = null;
    refused = "it was never answered";
    desk.found(Difference.silent(order.id()));
    if (wanted().quantity != 0) {
      refuse(bar);
    }
  }

  private boolean fits(Order order, Wanted wanted) {
    if (order.quantity() != wanted.quantity) {
      return false;
    }
    double nearer = (wanted.level - order.price()) * -Math.signum(order.quantity());
    return nearer >= 0 && nearer < TIGHTENED_AT_LEAST * order.price();
  }

  private Wanted wanted() {
    double position = account.position();
    if (Math.abs(position) <= Account.DUST) {
      return new Wanted(0, 0);
    }
    double side = Math.signum(position);
    double widest = Double.NaN;
    for (Slot slot : holders.trading()) {
      if (Math.signum(slot.ledger().quantity()) != side) {
        continue;
      }
      double declared = slot.holding().protectiveStop();
      double level =
          Double.isFinite(declared)
              ? declared * (1 - side * BEYOND)
              : slot.ledger().entryPrice() * (1 - side * UNDECLARED);
      widest = Double.isNaN(widest) || (widest - level) * side > 0 ? level : widest;
    }
    double level = Double.isNaN(widest) ? holders.last() * (1 - side * UNDECLARED) : widest;
    return new Wanted(-position, outward(level, side));
  }

  private double outward(double level, double side) {
    double tick = instrument.tick();
    if (tick == 0) {
      return level;
    }
    double stepped = (side > 0 ? Math.floor(level / tick) : Math.ceil(level / tick)) * tick;
    return stepped > 0 ? stepped : level;
  }

  private List<Slot> holding(double side) {
    return holders.trading().stream()
        .filter(slot -> Math.signum(slot.ledger().quantity()) == side)
        .toList();
  }

  // ---- what the venue says ----

  @Override
  public void sent(Order order) {
    resting = order;
    acknowledged = false;
    takingBack = false;
    lastSent = order.bar();
    sentAgain = 0;
    doubted = false;
    fills.put(order.id(), new HashSet<>());
    if (fills.size() > ORDERS_REMEMBERED) {
      fills.remove(fills.keySet().iterator().next());
    }
    journalist.note("StopPlaced", "", "", Desk.words(order.id(), order.quantity(), order.price()));
  }

  @Override
  public boolean heard(Reply reply) {
    Set<Integer> known = fills.get(reply.order());
    Order order = resting;
    boolean current = order != null && order.id() == reply.order();
    if (known == null) {
      return false;
    }
    switch (reply) {
      case Reply.Acknowledged _ -> {
        if (current) {
          acknowledged();
        } else {
          desk.takeBack(reply.order()); // it was given up, and rests after all
        }
      }
      case Reply.Filled fill -> {
        if (!current && !known.contains(fill.fill())) {
          return false; // of one that is over: the house's, and an alert
        }
        if (known.add(fill.fill()) && order != null) {
          filled(order, fill);
        }
      }
      case Reply.Rejected rejected -> {
        if (current) {
          resting = null;
          refused = rejected.reason();
          journalist.note(
              "OrderRejected", "", "", "order " + rejected.order() + ": " + rejected.reason());
        }
      }
      case Reply.Cancelled _ -> resting = current ? null : resting;
      case Reply.Stated stated -> stated(current, stated.state());
      case Reply.Holds _ -> {
        return false;
      }
    }
    return true;
  }

  /// What the venue says when it is asked; the fills were said before this.
  private void stated(boolean current, Reply.State state) {
    if (!current) {
      return;
    }
    switch (state) {
      case UNKNOWN -> {
        if (acknowledged) {
          return; // it had it: the account's answer will differ, and that halts
        }
        if (doubted) {
          resting = null; // placed anew at the next step, under another id
        }
        doubted = true; // the first time it may be on its way still
      }
      case OPEN -> {
        sentAgain = 0;
        doubted = false;
        takingBack = false;
        acknowledged();
      }
      case CLOSED -> resting = null;
    }
  }

  private void acknowledged() {
    acknowledged = true;
    takingBack &= sentAgain == 0; // said again, and its end not with it: it rests
    if (unprotected) {
      unprotected = false;
      alert("the venue takes the catastrophe stop again: entries may leave");
    }
  }

  private void filled(Order order, Reply.Filled fill) {
    account.filled(fill.quantity(), fill.price(), costs.fee());
    journalist.note("OrderFilled", "", "", Desk.words(fill.order(), fill.quantity(), fill.price()));
    unbooked += fill.quantity();
    worth += fill.quantity() * fill.price();
    if (Math.abs(order.quantity() - unbooked) < 1.0 / Money.ONE) {
      resting = null;
    }
  }

  /// A stop that fired is booked to the slots on the side that was reduced, by what they hold; the
  /// last takes what rounding leaves, and what nobody holds stays with the house.
  private void book(long bar) {
    double fired = unbooked;
    if (fired == 0) {
      return;
    }
    double price = worth / fired;
    unbooked = 0;
    worth = 0;
    desk.cancelAll(bar); // what the slots had out was meant for what they no longer hold
    List<Slot> out = new ArrayList<>(holding(-Math.signum(fired)));
    double held = 0;
    for (Slot slot : out) {
      held += Math.abs(slot.ledger().quantity());
    }
    double left = fired;
    for (int i = 0; i < out.size(); i++) {
      Slot slot = out.get(i);
      double own = -slot.ledger().quantity();
      double part = i == out.size() - 1 ? left : rounded(fired * Math.abs(own) / held);
      double taken = Math.abs(part) >= Math.abs(own) - 1.0 / Money.ONE ? own : part;
      left = rounded(left - taken);
      if (taken != 0) {
        desk.leave(slot, taken, price, bar);
      }
    }
    alert("the catastrophe stop fired: " + Desk.words(0, fired, price));
  }

  private static double rounded(double quantity) {
    return Math.rint(quantity * Money.ONE) / Money.ONE;
  }

  private void alert(String what) {
    journalist.note("Alert", "", "", what);
  }
}
