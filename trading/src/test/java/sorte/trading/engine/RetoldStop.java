package sorte.trading.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.trading.money.Money;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;

/// The one order that rests at the venue for the net position, as [Retelling] follows it: a tenth
/// beyond the widest stop that was declared, a fifth from the entry where none was; moved nearer by
/// a twentieth at least, away and in size always.
final class RetoldStop {
  private static final int TRIES = 3;
  private static final int SILENT_BARS = 3;
  private static final int ASKED_AT_MOST = 3;

  private final Retelling story;
  private final RetoldDesk desk;
  private final Map<Long, Set<Integer>> fillsOf = new HashMap<>();
  private @Nullable Order rests;
  private boolean heardOf;
  private boolean leaving;
  private boolean doubted;
  private long askedAt;
  private int asked;
  private String refusal = "";
  private long refusedAt = -1;
  private double fired;
  private double worth;
  boolean unprotected;

  RetoldStop(Retelling story, RetoldDesk desk) {
    this.story = story;
    this.desk = desk;
  }

  /// The id of what rests; -1 for nothing.
  long id() {
    return rests == null ? -1 : rests.id();
  }

  boolean rests() {
    return rests != null;
  }

  /// Where it rests; NaN for nowhere.
  double levelNow() {
    return rests == null ? Double.NaN : rests.price();
  }

  /// Whether the venue said that it has it.
  boolean isHeardOf() {
    return heardOf;
  }

  boolean everLeft(long order) {
    return fillsOf.containsKey(order);
  }

  void follow() {
    int tries = 0;
    while (tries < TRIES) {
      share();
      double quantity = quantity();
      double level = quantity == 0 ? 0 : level();
      Order there = rests;
      if (there != null) {
        if (stays(there, quantity, level) || !isTakenBack(there)) {
          askWhenSilent(there);
          return;
        }
      }
      if (fired != 0) {
        continue; // it fired before it was taken back
      }
      if (quantity == 0 || (unprotected && refusedAt == story.bar)) {
        return;
      }
      tries++;
      refusal = "";
      if (desk.place(quantity, level) && refusal.isEmpty()) {
        return;
      }
    }
    share();
    refused();
  }

  private double quantity() {
    return Math.abs(story.position) <= RetoldDesk.DUST ? 0 : -story.position;
  }

  private boolean stays(Order there, double quantity, double level) {
    double towards = (level - there.price()) * -Math.signum(there.quantity());
    return there.quantity() == quantity && towards >= 0 && towards < 0.05 * there.price();
  }

  private double level() {
    int side = story.position > 0 ? 1 : -1;
    double widest = Double.NaN;
    for (RetoldSlot slot : story.trading()) {
      if (slot.held() * side > 0) {
        double stop = slot.holding.protectiveStop();
        double own =
            Double.isNaN(stop)
                ? slot.ledger.entryPrice() * (1 - side * 0.2)
                : stop * (1 - side * 0.1);
        boolean wider = Double.isNaN(widest) || (side > 0 ? own < widest : own > widest);
        widest = wider ? own : widest;
      }
    }
    double level = Double.isNaN(widest) ? story.last * (1 - side * 0.2) : widest;
    double ticks = level / story.terms.instrument().tick();
    double outward = side > 0 ? Math.floor(ticks) : Math.ceil(ticks);
    double stepped = outward * story.terms.instrument().tick();
    return stepped > 0 ? stepped : level;
  }

  private boolean isTakenBack(Order there) {
    if (!leaving) {
      leaving = true;
      if (heardOf) {
        askedAt = story.bar;
        asked = 0;
      }
    }
    story.venue.cancel(there.id());
    desk.hear();
    heardOf &= rests == null; // until the venue says what became of it
    return rests == null;
  }

  private void askWhenSilent(Order there) {
    boolean settled = heardOf && !leaving;
    if (settled || story.bar - askedAt < (doubted ? 1 : SILENT_BARS)) {
      return;
    }
    askedAt = story.bar;
    asked++;
    if (asked <= ASKED_AT_MOST) {
      desk.ask(there.id());
      desk.hear();
      return;
    }
    rests = null;
    refusal = "it was never answered";
    story.asking.found("the venue never answered what became of order " + there.id());
    if (quantity() != 0) {
      refused();
    }
  }

  private void refused() {
    refusedAt = story.bar;
    if (!unprotected) {
      unprotected = true;
      story.alert(
          "the venue refuses the catastrophe stop ("
              + refusal
              + "): only exits leave until it takes one, or somebody resumes");
    }
  }

  void placed(Order order) {
    rests = order;
    heardOf = false;
    leaving = false;
    doubted = false;
    askedAt = order.bar();
    asked = 0;
    fillsOf.put(order.id(), new HashSet<>());
    story.note("StopPlaced", RetoldDesk.words(order.id(), order.quantity(), order.price()));
  }

  /// Whether it was about a stop, and no fill of one that nobody waits for any more.
  boolean hears(Reply reply) {
    Set<Integer> fills = fillsOf.get(reply.order());
    if (fills == null) {
      return false;
    }
    Order there = rests != null && rests.id() == reply.order() ? rests : null;
    switch (reply) {
      case Reply.Acknowledged a -> {
        if (there == null) {
          story.venue.cancel(a.order()); // it was given up, and rests after all
        } else {
          isThere();
        }
      }
      case Reply.Filled f -> {
        if (there == null && !fills.contains(f.fill())) {
          return false;
        }
        if (fills.add(f.fill()) && there != null) {
          fires(there, f);
        }
      }
      case Reply.Rejected r -> {
        if (there != null) {
          rests = null;
          refusal = r.reason();
          story.note("OrderRejected", "order " + r.order() + ": " + r.reason());
        }
      }
      case Reply.Cancelled _ -> rests = there == null ? rests : null;
      case Reply.Stated s -> {
        if (there != null) {
          stated(s.state());
        }
      }
      case Reply.Holds _ -> throw new IllegalStateException("of no order");
    }
    return true;
  }

  private void stated(Reply.State state) {
    switch (state) {
      case CLOSED -> rests = null;
      case OPEN -> {
        asked = 0;
        doubted = false;
        leaving = false;
        isThere();
      }
      case UNKNOWN -> {
        if (!heardOf) { // else the account's answer tells
          rests = doubted ? null : rests;
          doubted = true;
        }
      }
    }
  }

  private void isThere() {
    heardOf = true;
    leaving &= asked == 0; // said again when it was asked about, and not its end: it rests
    if (unprotected) {
      unprotected = false;
      story.alert("the venue takes the catastrophe stop again: entries may leave");
    }
  }

  private void fires(Order there, Reply.Filled fill) {
    story.filled(fill);
    fired += fill.quantity();
    worth += fill.quantity() * fill.price();
    rests = Math.abs(there.quantity() - fired) < 1 / RetoldDesk.UNITS ? null : rests;
  }

  /// What fired is shared among those it was for, by what they hold, to the unit.
  private void share() {
    if (fired == 0) {
      return;
    }
    double sold = fired;
    double price = worth / fired;
    fired = 0;
    worth = 0;
    desk.takeBack(null);
    List<RetoldSlot> holders = new ArrayList<>();
    double all = 0;
    for (RetoldSlot slot : story.trading()) {
      if (slot.held() * sold < 0) {
        holders.add(slot);
        all += Math.abs(slot.held());
      }
    }
    double left = sold;
    for (RetoldSlot slot : holders) {
      boolean last = slot == holders.getLast();
      double part = last ? left : RetoldDesk.units(sold * Math.abs(slot.held()) / all);
      boolean whole = Math.abs(part) >= Math.abs(slot.held()) - 1.0 / Money.ONE;
      double taken = whole ? -slot.held() : part;
      left = RetoldDesk.units(left - taken);
      if (taken != 0) {
        desk.booking.leave(slot, taken, price);
      }
    }
    story.alert("the catastrophe stop fired: " + RetoldDesk.words(0, sold, price));
  }
}
