package sorte.trading.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.Event;
import sorte.trading.money.Money;
import sorte.trading.venue.Order;
import sorte.trading.venue.Question;
import sorte.trading.venue.Reply;
import sorte.trading.venue.VenueCodec;

/// Orders for slots as [Retelling] follows them: netted, checked, sent and asked about.
final class RetoldDesk {
  static final double DUST = 1e-7;
  static final double UNITS = 1e8;
  private static final int SILENT_BARS = 3;
  private static final int ASKED_AT_MOST = 3;
  private static final int OPEN_AT_MOST = 4;

  /// What one slot puts into an order: first out of what it holds, then into something new.
  static final class Part {
    final RetoldSlot slot;
    double out;
    double in;

    Part(RetoldSlot slot, double out, double in) {
      this.slot = slot;
      this.out = out;
      this.in = in;
    }

    private boolean isNothing() {
      return out == 0 && in == 0;
    }
  }

  private static final class Sent {
    final Order order;
    final List<Part> parts;
    final Set<Integer> fills = new HashSet<>();
    double filled;
    double worth;
    double lastPrice;
    boolean over;
    long askedAt;
    int asked;
    int open;
    boolean doubted;
    double stated = Double.NaN;

    Sent(Order order, List<Part> parts) {
      this.order = order;
      this.parts = parts;
      this.askedAt = order.bar();
    }
  }

  private final Retelling story;
  private final RetoldLimits limits;
  final RetoldBooking booking;
  final RetoldIds ids;
  private final Map<Long, Sent> out = new LinkedHashMap<>();
  private final Map<Long, Sent> over = new HashMap<>();
  private final Set<List<Long>> strays = new HashSet<>();
  private int entries;
  private boolean exitsDenied;
  long moved;

  RetoldDesk(Retelling story, RetoldLimits limits) {
    this.story = story;
    this.limits = limits;
    this.booking = new RetoldBooking(story);
    this.ids = new RetoldIds(story.tape);
  }

  static double units(double quantity) {
    return Math.rint(quantity * UNITS) / UNITS;
  }

  static String words(long id, double quantity, double price) {
    return "{\"order\":%d,\"quantity\":%s,\"price\":%s}".formatted(id, quantity, price);
  }

  boolean anyOut() {
    return !out.isEmpty();
  }

  boolean isOut(long order) {
    return out.containsKey(order);
  }

  boolean isOver(long order) {
    return over.containsKey(order);
  }

  boolean inFlight(RetoldSlot slot) {
    return ordersOut(slot) > 0;
  }

  long ordersOut(RetoldSlot slot) {
    return out.values().stream()
        .filter(s -> s.parts.stream().anyMatch(p -> p.slot == slot))
        .count();
  }

  void newDay() {
    entries = 0;
  }

  // ---- an order leaves ----

  /// Sends what the slots want as one order; what may not leave is left out, the last first.
  void send(List<Part> parts, Order.Kind kind, double price) {
    List<Part> left = new ArrayList<>(parts);
    boolean mayCut = true;
    for (left.removeIf(Part::isNothing); !left.isEmpty(); left.removeIf(Part::isNothing)) {
      double net = net(left);
      if (net == 0) {
        booking.book(left, 0, 0, price, kind);
        return;
      }
      long id = ids.next();
      boolean exits = left.stream().allMatch(p -> p.in == 0);
      RetoldLimits.Denied denied = limits.denies(net, price, exits, entries);
      if (denied == null) {
        leaves(id, net, kind, price, exits, left);
        return;
      }
      boolean cut = mayCut && cutsLast(left, price, denied);
      mayCut = false;
      if (!cut && !leavesOut(left, id, denied)) {
        return;
      }
    }
  }

  private static double net(List<Part> parts) {
    double net = 0;
    for (Part part : parts) {
      net += part.out + part.in;
    }
    return units(net);
  }

  private void leaves(
      long id, double net, Order.Kind kind, double price, boolean exits, List<Part> parts) {
    boolean reduces = RetoldLimits.reduces(story.position, net);
    boolean byRounding =
        exits
            && net * story.position < 0
            && Math.abs(net) <= Math.abs(story.position) + 1.0 / Money.ONE;
    entries += exits || reduces ? 0 : 1;
    exitsDenied &= !exits;
    Order order = new Order(id, net, kind, price, reduces || byRounding, story.bar);
    dispatch(order);
    story.note("OrderSent", words(id, net, price));
    out.put(id, new Sent(order, parts));
    hear();
  }

  private void dispatch(Order order) {
    ids.used();
    moved++;
    byte[] record = VenueCodec.bytes(order);
    story.tape.says(new Event.OrderSent(record));
    story.venue.send(record);
  }

  /// Places the order that rests; whether it was let go.
  boolean place(double quantity, double level) {
    long id = ids.next();
    RetoldLimits.Denied denied = limits.denies(quantity, level, true, entries);
    if (denied != null) {
      denied(id, "", denied);
      return false;
    }
    Order order = new Order(id, quantity, Order.Kind.CATASTROPHE, level, true, story.bar);
    dispatch(order);
    story.stop.placed(order);
    hear();
    return true;
  }

  private void denied(long id, String slot, RetoldLimits.Denied d) {
    story.tape.says(new Event.OrderDenied(id, slot, d.rule(), d.seen(), d.limit()));
  }

  /// The last entry is left out, or, where there are exits alone, all of it: it is tried again.
  private boolean leavesOut(List<Part> parts, long id, RetoldLimits.Denied denied) {
    for (Part part : parts.reversed()) {
      if (part.in != 0) {
        denied(id, part.slot.kind, denied);
        story.note(
            "OrderDenied",
            part.slot.change,
            part.slot.kind,
            denied.rule() + ": seen " + denied.seen() + ", limit " + denied.limit());
        part.in = 0;
        return true;
      }
    }
    denied(id, "", denied);
    if (!exitsDenied) {
      exitsDenied = true;
      story.alert(
          "exits were denied, and are tried again at each bar: Denied[rule=%s, seen=%s, limit=%s]"
              .formatted(denied.rule(), denied.seen(), denied.limit()));
    }
    parts.forEach(part -> part.slot.closing = true);
    return false;
  }

  /// A canary's entry that is too large becomes what there is room for.
  private boolean cutsLast(List<Part> parts, double price, RetoldLimits.Denied denied) {
    Part last = parts.getLast();
    if (!last.slot.kind.equals("canary") || last.in == 0 || !denied.ofSize()) {
      return false;
    }
    int side = last.in > 0 ? 1 : -1;
    double room = limits.room(side, net(parts) - last.in, price) * (1 - 1e-12);
    double lots = story.terms.instrument().quantityDown(Math.min(Math.abs(last.in), room));
    boolean fits = lots > 0 && lots * price >= story.terms.instrument().minNotional();
    if (!fits || lots >= Math.abs(last.in)) {
      return false;
    }
    story.note(
        "EntryCut",
        last.slot.change,
        "canary",
        "%s was wanted, the account has room for %s: %s, limit %s"
            .formatted(last.in, side * lots, denied.rule(), denied.limit()));
    last.in = side * lots;
    return true;
  }

  // ---- what becomes of it ----

  void ask(long order) {
    story.venue.ask(VenueCodec.bytes(new Question.OfOrder(order)));
  }

  void askAboutAll() {
    out.keySet().forEach(this::ask);
    if (story.stop.id() >= 0) {
      ask(story.stop.id());
    }
    hear();
  }

  /// Of what nothing was heard for long somebody asks; three times, then it is given up.
  void askWhenSilent() {
    for (Sent sent : List.copyOf(out.values())) {
      if (story.bar - sent.askedAt < (sent.doubted ? 1 : SILENT_BARS)) {
        continue;
      }
      sent.askedAt = story.bar;
      long id = sent.order.id();
      if (++sent.asked <= ASKED_AT_MOST) {
        ask(id);
        continue;
      }
      sent.over = true;
      story.asking.found(
          Double.isNaN(sent.stated)
              ? "the venue never answered what became of order " + id
              : "the venue filled %s of order %d, the journal has %s"
                  .formatted(sent.stated, id, sent.filled));
    }
    hear();
  }

  /// Takes back what one slot has out, or all.
  void takeBack(@Nullable RetoldSlot slot) {
    for (Sent sent : List.copyOf(out.values())) {
      if (slot == null || sent.parts.stream().anyMatch(p -> p.slot == slot)) {
        story.venue.cancel(sent.order.id());
      }
    }
    hear();
  }

  /// Hears all that was said, and books what is over.
  void hear() {
    for (var said = story.venue.poll(); said.isPresent(); said = story.venue.poll()) {
      story.tape.says(new Event.VenueReplied(said.get()));
      Reply reply = VenueCodec.reply(said.get());
      moved += reply instanceof Reply.Filled || reply instanceof Reply.Cancelled ? 1 : 0;
      if (reply instanceof Reply.Holds holds) {
        story.asking.hears(holds);
      } else if (!story.stop.hears(reply)) {
        hears(reply);
      }
    }
    for (Sent sent : List.copyOf(out.values())) {
      if (sent.over) {
        out.remove(sent.order.id());
        over.put(sent.order.id(), sent);
        double price = sent.filled == 0 ? sent.order.price() : price(sent);
        booking.book(sent.parts, sent.order.quantity(), sent.filled, price, sent.order.kind());
      }
    }
  }

  private static double price(Sent sent) {
    return sent.fills.size() == 1 ? sent.lastPrice : sent.worth / sent.filled;
  }

  private void hears(Reply reply) {
    Sent sent = out.get(reply.order());
    boolean waits = sent != null && !sent.over;
    if (reply instanceof Reply.Filled fill && !waits) {
      Sent known = sent == null ? over.get(fill.order()) : sent;
      boolean news =
          known == null
              ? strays.add(List.of(fill.order(), (long) fill.fill()))
              : known.fills.add(fill.fill());
      if (news) {
        story.books(fill);
        story.alert("an unexpected fill of order " + fill.order() + ": " + fill.quantity());
      }
    }
    if (waits) {
      hears(sent, reply);
    }
  }

  private void hears(Sent sent, Reply reply) {
    switch (reply) {
      case Reply.Filled fill when sent.fills.add(fill.fill()) -> {
        sent.filled += fill.quantity();
        sent.worth += fill.quantity() * fill.price();
        sent.lastPrice = fill.price();
        sent.over = Math.abs(sent.order.quantity() - sent.filled) < 1 / UNITS;
        sent.filled = sent.over ? sent.order.quantity() : sent.filled;
        story.filled(fill);
      }
      case Reply.Rejected r -> rejected(sent, r.reason());
      case Reply.Cancelled _ -> sent.over = true;
      case Reply.Stated s -> stated(sent, s);
      case Reply.Filled _, Reply.Acknowledged _, Reply.Holds _ -> {}
    }
  }

  private void rejected(Sent sent, String why) {
    sent.over = true;
    story.note("OrderRejected", "order " + sent.order.id() + ": " + why);
  }

  private void stated(Sent sent, Reply.Stated s) {
    switch (s.state()) {
      case OPEN -> {
        sent.doubted = false;
        sent.stated = Double.NaN;
        sent.asked = 0;
        if (++sent.open >= OPEN_AT_MOST) {
          story.venue.cancel(s.order());
        }
      }
      case CLOSED -> {
        sent.over = Math.abs(s.filled() - sent.filled) <= DUST;
        sent.doubted |= !sent.over;
        sent.stated = sent.over ? sent.stated : s.filled();
      }
      case UNKNOWN -> {
        if (sent.filled != 0) {
          sent.stated = 0; // it knew it before
        } else if (sent.doubted) {
          rejected(sent, "it never reached the venue");
        }
        sent.doubted = true;
      }
    }
  }
}
