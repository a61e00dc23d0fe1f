package sorte.trading.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.Event;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;
import sorte.trading.risk.Limits;
import sorte.trading.risk.Passage;
import sorte.trading.risk.RiskCheck;
import sorte.trading.risk.Standing;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Order;
import sorte.trading.venue.Question;
import sorte.trading.venue.Reply;
import sorte.trading.venue.SimulatedVenue;
import sorte.trading.venue.VenueCodec;

/// Where orders leave and replies come in: parts of several slots become one net order, pass the
/// last check, are journaled, sent, and what was filled is booked to each slot as if it had traded
/// alone.
final class Desk {

  /// After so many bars of silence the venue is asked about an order. Before the third edition it
  /// was sent again, under its old id.
  static final int SILENT_BARS = 3;

  /// The venue says so often that an order is open; then it is taken back.
  static final int OPEN_AT_MOST = 4;

  /// A hair under a limit, so that rounding does not go over it.
  private static final double UNDER_THE_LIMIT = 1 - 1e-12;

  /// So many times; then it is taken for refused, and somebody is told.
  static final int SENT_AGAIN_AT_MOST = 3;

  /// So often the venue is asked about an order without an answer; then the instrument is halted.
  static final int ASKED_AT_MOST = 3;

  private final Tape tape;
  private final SimulatedVenue venue;
  private final OrderIds ids;
  private final SlotBooking booking;
  private RiskCheck risk;
  private boolean firstEdition = true;
  private boolean fifthEdition;
  private boolean exitsDenied;
  private @Nullable Resting resting;
  private @Nullable Reconciliation reconciliation;
  private long moved;
  private final Account account;
  private final Costs costs;
  private final Instrument instrument;
  private final Journalist journalist;
  private final Map<Long, Pending> out = new LinkedHashMap<>();
  private final Map<Long, Pending> over = new LinkedHashMap<>();
  private final Set<Stray> strays = new LinkedHashSet<>();
  private int entriesToday;

  /// How many orders that are over are remembered, to know a fill that is said again.
  static final int ORDERS_REMEMBERED = 1024;

  /// A fill of an order that is not known, by its number: said twice it is one fill, too.
  private record Stray(long order, int fill) {
    Stray(Reply.Filled filled) {
      this(filled.order(), filled.fill());
    }
  }

  /// Tells what happened to whoever reads notices.
  interface Journalist {
    void note(String type, String change, String slot, String detail);

    Standing standing(long lastOrder, int entriesToday);
  }

  /// Hears what becomes of an order that rests at the venue.
  interface Resting {
    void sent(Order order);

    /// Whether the reply was about one of its orders.
    boolean heard(Reply reply);
  }

  Desk(
      Tape tape,
      SimulatedVenue venue,
      RiskCheck risk,
      Account account,
      Costs costs,
      Instrument instrument,
      Journalist journalist) {
    this.tape = tape;
    this.venue = venue;
    this.ids = new OrderIds(tape);
    this.booking = new SlotBooking(account, costs);
    this.risk = risk;
    this.account = account;
    this.costs = costs;
    this.instrument = instrument;
    this.journalist = journalist;
  }

  void limits(Limits limits) {
    risk = new RiskCheck(limits, firstEdition);
  }

  /// The rules of the second edition hold from now on (see [Engine#EDITION]).
  void secondEdition(Resting heardBy) {
    firstEdition = false;
    resting = heardBy;
    risk = new RiskCheck(risk.limits());
  }

  /// The rules of the third edition: what is unknown is asked about and never sent again.
  void thirdEdition(Reconciliation asking) {
    reconciliation = asking;
  }

  /// The rules of the fourth edition: ids are reserved ahead.
  void fourthEdition() {
    ids.fourthEdition();
  }

  /// The rules of the fifth edition: what is told as cut is smaller, and an exit that rounding has
  /// larger than what is held only reduces.
  void fifthEdition() {
    fifthEdition = true;
  }

  /// Whether an order for a slot left under this id and is over, as far as is known here.
  boolean isOver(long order) {
    return over.containsKey(order);
  }

  /// A bar is done.
  void barEnds() {
    ids.reserveAhead();
  }

  /// Whether the venue is asked about what is unknown.
  boolean asks() {
    return reconciliation != null;
  }

  /// Counts what left and what was filled or taken back: equal counts, nothing moved.
  long moved() {
    return moved;
  }

  boolean ordersOut() {
    return !out.isEmpty();
  }

  /// The ids of the orders that are out for slots.
  Set<Long> out() {
    return Set.copyOf(out.keySet());
  }

  /// The bar in which the oldest order that is out left; -1 where none is.
  long oldestOut() {
    return out.isEmpty() ? -1 : out.values().iterator().next().order.bar();
  }

  int ordersOut(Slot slot) {
    return (int)
        out.values().stream().filter(p -> p.parts.stream().anyMatch(q -> q.slot == slot)).count();
  }

  /// Ids of a block begun by a process that is gone are not used.
  void skipBlock() {
    ids.skipBlock();
  }

  void newDay() {
    entriesToday = 0;
  }

  /// Sends the parts as one order, in the order of the slots; entries that risk denies are dropped,
  /// the canary's first.
  void send(List<Part> parts, Order.Kind kind, double price, long bar) {
    List<Part> wanted = new ArrayList<>(parts);
    wanted.removeIf(Part::empty);
    boolean cut = false;
    while (!wanted.isEmpty()) {
      double net = net(wanted);
      if (net == 0) {
        booking.book(
            new Pending(new Order(SlotBooking.CROSSED, 1, kind, price, true, bar), wanted), 0, bar);
        return;
      }
      long id = ids.next();
      boolean exitsOnly = wanted.stream().allMatch(p -> p.entry == 0);
      Standing standing = journalist.standing(ids.last(), entriesToday);
      Passage passage = risk.check(id, net, price, exitsOnly, standing);
      switch (passage) {
        case Passage.Passed _ -> {
          boolean less = reduces(standing.position(), net, exitsOnly);
          boolean reduces = less || (exitsOnly && firstEdition);
          if (!exitsOnly && !less) {
            entriesToday++;
          }
          exitsDenied &= !exitsOnly;
          dispatch(new Pending(new Order(id, net, kind, price, reduces, bar), wanted), bar);
          return;
        }
        case Passage.Denied denied -> {
          boolean first = !cut;
          cut = true;
          if (first && cutToHeadroom(wanted, price, standing, denied)) {
            continue;
          }
          if (!drop(wanted, id, denied)) {
            return;
          }
        }
      }
    }
  }

  private boolean reduces(double position, double net, boolean exitsOnly) {
    boolean rounded =
        fifthEdition
            && exitsOnly
            && Math.signum(net) == -Math.signum(position)
            && Math.abs(net) <= Math.abs(position) + 1.0 / Money.ONE;
    return rounded || RiskCheck.reduces(position, net);
  }

  /// Hears everything the venue has to say.
  void hear(long bar) {
    for (Optional<byte[]> record = venue.poll(); record.isPresent(); record = venue.poll()) {
      tape.write(new Event.VenueReplied(record.get()));
      heard(VenueCodec.reply(record.get()), bar);
    }
    settle(bar);
  }

  /// Asks again about orders of which nothing was heard for long.
  void askAgain(long bar) {
    if (asks()) {
      askAfter(bar);
      return;
    }
    for (Pending pending : List.copyOf(out.values())) {
      if (pending.silentSince(bar, SILENT_BARS)) {
        if (pending.again(bar) > SENT_AGAIN_AT_MOST) {
          pending.end("the venue never answered");
          alert("order " + pending.order.id() + " was never answered");
        } else if (pending.takenBack) {
          venue.cancel(pending.order.id());
        } else {
          venue.send(VenueCodec.bytes(pending.order));
        }
      }
    }
    hear(bar);
  }

  private void askAfter(long bar) {
    for (Pending pending : List.copyOf(out.values())) {
      if (pending.askedAfter(bar, SILENT_BARS)) {
        if (pending.again(bar) > ASKED_AT_MOST) {
          neverAnswered(pending);
        } else {
          ask(pending.order.id());
        }
      }
    }
    hear(bar);
  }

  private void neverAnswered(Pending pending) {
    long id = pending.order.id();
    boolean silent = Double.isNaN(pending.stated());
    pending.end(silent ? "the venue never answered" : "closed at the venue");
    found(
        silent ? Difference.silent(id) : Difference.filled(id, pending.filled(), pending.stated()));
  }

  /// Something about one order that no question resolved.
  void found(Difference difference) {
    if (reconciliation != null) {
      reconciliation.found(difference);
    }
  }

  /// Asks what became of an order.
  void ask(long order) {
    venue.ask(VenueCodec.bytes(new Question.OfOrder(order)));
  }

  /// Asks about everything that is out for slots.
  void askAll() {
    out.keySet().forEach(this::ask);
  }

  /// Takes back the orders of one slot, or of all; a fill that won the race counts.
  void cancel(Optional<Slot> slot, long bar) {
    for (Pending pending : List.copyOf(out.values())) {
      if (slot.isEmpty() || pending.parts.stream().anyMatch(p -> p.slot == slot.get())) {
        pending.takenBack = true;
        venue.cancel(pending.order.id());
      }
    }
    hear(bar);
  }

  private double net(List<Part> parts) {
    double net = 0;
    for (Part part : parts) {
      net += part.exit + part.entry;
    }
    return instrument.lot() == 0 ? net : Math.rint(net * Money.ONE) / Money.ONE;
  }

  private boolean drop(List<Part> wanted, long id, Passage.Denied denied) {
    for (int i = wanted.size() - 1; i >= 0; i--) {
      Part part = wanted.get(i);
      if (part.entry != 0) {
        String slot = part.slot.kind().word();
        tape.write(new Event.OrderDenied(id, slot, denied.rule(), denied.seen(), denied.limit()));
        journalist.note(
            "OrderDenied",
            part.slot.change(),
            slot,
            "%s: seen %s, limit %s".formatted(denied.rule(), denied.seen(), denied.limit()));
        part.entry = 0;
        wanted.removeIf(Part::empty);
        return true;
      }
    }
    tape.write(new Event.OrderDenied(id, "", denied.rule(), denied.seen(), denied.limit()));
    if (!exitsDenied) {
      exitsDenied = true;
      alert("exits were denied, and are tried again at each bar: " + denied);
    }
    wanted.forEach(part -> part.slot.close());
    return false;
  }

  /// The canary gives way: its entry becomes what the account has room for at this moment. Whether
  /// it did; it does not where that is less than the venue takes.
  private boolean cutToHeadroom(
      List<Part> wanted, double price, Standing standing, Passage.Denied denied) {
    Part part = wanted.getLast();
    if (firstEdition || !RiskCheck.aboutSize(denied) || part.slot.kind() != Slot.Kind.CANARY) {
      return false;
    }
    int side = (int) Math.signum(part.entry);
    double others = net(wanted) - part.entry;
    double room = risk.headroom(side, others, price, standing) * UNDER_THE_LIMIT;
    double entry = instrument.quantityDown(Math.min(Math.abs(part.entry), room));
    if (side == 0 || !(entry > 0) || entry * price < instrument.minNotional()) {
      return false;
    }
    if (fifthEdition && entry >= Math.abs(part.entry)) {
      return false;
    }
    String was = "%s was wanted, the account has room for %s: %s, limit %s";
    journalist.note(
        "EntryCut",
        part.slot.change(),
        part.slot.kind().word(),
        was.formatted(part.entry, side * entry, denied.rule(), denied.limit()));
    part.entry = side * entry;
    return true;
  }

  /// Sends an order that rests; whether risk let it leave.
  boolean rest(double quantity, double level, long bar) {
    long id = ids.next();
    Standing standing = journalist.standing(ids.last(), entriesToday);
    Passage passage = risk.check(id, quantity, level, true, standing);
    if (passage instanceof Passage.Denied denied) {
      tape.write(new Event.OrderDenied(id, "", denied.rule(), denied.seen(), denied.limit()));
      return false;
    }
    Order order = new Order(id, quantity, Order.Kind.CATASTROPHE, level, true, bar);
    ids.used();
    moved++;
    byte[] record = VenueCodec.bytes(order);
    tape.write(new Event.OrderSent(record));
    venue.send(record);
    if (resting != null) {
      resting.sent(order);
    }
    hear(bar);
    return true;
  }

  void sendAgain(Order order, long bar) {
    venue.send(VenueCodec.bytes(order));
    hear(bar);
  }

  /// Takes back an order that nobody waits for any more.
  void takeBack(long order) {
    venue.cancel(order);
  }

  void cancelResting(long order, long bar) {
    venue.cancel(order);
    hear(bar);
  }

  /// Takes back all that the slots have out.
  void cancelAll(long bar) {
    cancel(Optional.empty(), bar);
  }

  /// Books what a slot was made to leave.
  void leave(Slot slot, double quantity, double price, long bar) {
    booking.leave(slot, quantity, price, bar);
  }

  private void dispatch(Pending pending, long bar) {
    Order order = pending.order;
    ids.used();
    moved++;
    byte[] record = VenueCodec.bytes(order);
    tape.write(new Event.OrderSent(record));
    venue.send(record); // what is told about it does not delay it
    journalist.note("OrderSent", "", "", words(order.id(), order.quantity(), order.price()));
    out.put(order.id(), pending);
    pending.parts.forEach(p -> p.slot.inFlight(true));
    hear(bar);
  }

  private void heard(Reply reply, long bar) {
    moved += reply instanceof Reply.Filled || reply instanceof Reply.Cancelled ? 1 : 0;
    if (resting != null && resting.heard(reply)) {
      return;
    }
    Pending pending = out.get(reply.order());
    switch (reply) {
      case Reply.Acknowledged _ -> {}
      case Reply.Filled fill -> {
        if (pending == null || (pending.ended() && !pending.knows(fill))) {
          unexpected(fill, pending);
        } else if (pending.take(fill)) {
          account.filled(fill.quantity(), fill.price(), costs.fee());
          journalist.note(
              "OrderFilled", "", "", words(fill.order(), fill.quantity(), fill.price()));
        }
      }
      case Reply.Rejected rejected -> {
        if (pending != null && !pending.ended()) {
          pending.end(rejected.reason());
          journalist.note(
              "OrderRejected", "", "", "order " + rejected.order() + ": " + rejected.reason());
        }
      }
      case Reply.Cancelled _ -> {
        if (pending != null && !pending.ended()) {
          pending.end("cancelled");
        }
      }
      case Reply.Stated stated -> {
        if (pending != null && !pending.ended()) {
          stated(pending, stated);
        }
      }
      case Reply.Holds holds -> {
        if (reconciliation != null) {
          reconciliation.heard(holds);
        }
      }
    }
  }

  /// What the venue says when it is asked about an order that is out; its fills were said before
  /// this.
  private void stated(Pending pending, Reply.Stated stated) {
    long id = stated.order();
    switch (stated.state()) {
      case UNKNOWN -> {
        if (pending.filled() != 0) {
          pending.stated(0); // it knew it before
        } else if (pending.unknownAgain()) { // the first time it may be on its way still
          pending.end("it never reached the venue");
          journalist.note("OrderRejected", "", "", "order " + id + ": it never reached the venue");
        }
      }
      case OPEN -> {
        if (pending.openAgain() >= OPEN_AT_MOST) {
          venue.cancel(id);
        }
      }
      case CLOSED -> {
        if (Math.abs(stated.filled() - pending.filled()) <= Account.DUST) {
          pending.end("closed at the venue");
        } else {
          pending.stated(stated.filled());
        }
      }
    }
  }

  /// A fill of an order that is over: said before, or one that nobody waits for. The latter is the
  /// house's, which then holds more than dust, and that halts.
  private void unexpected(Reply.Filled fill, @Nullable Pending ended) {
    Pending before = ended == null ? over.get(fill.order()) : ended;
    boolean news = before == null ? strays.add(new Stray(fill)) : before.stray(fill);
    if (news) {
      account.filled(fill.quantity(), fill.price(), costs.fee());
      alert("an unexpected fill of order " + fill.order() + ": " + fill.quantity());
      if (strays.size() > ORDERS_REMEMBERED) {
        strays.remove(strays.iterator().next());
      }
    }
  }

  private void settle(long bar) {
    for (Iterator<Pending> i = out.values().iterator(); i.hasNext(); ) {
      Pending pending = i.next();
      if (pending.ended()) {
        i.remove();
        over.put(pending.order.id(), pending);
        if (over.size() > ORDERS_REMEMBERED) {
          over.remove(over.keySet().iterator().next());
        }
        pending.parts.forEach(p -> p.slot.inFlight(ordersOut(p.slot) > 0));
        booking.book(pending, pending.filled(), bar);
      }
    }
  }

  private void alert(String what) {
    journalist.note("Alert", "", "", what);
  }

  static String words(long id, double quantity, double price) {
    return "{\"order\":" + id + ",\"quantity\":" + quantity + ",\"price\":" + price + "}";
  }
}
