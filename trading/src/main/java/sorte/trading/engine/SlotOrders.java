package sorte.trading.engine;

import java.util.ArrayList;
import java.util.List;
import sorte.trading.journal.Event;
import sorte.trading.money.Costs;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;
import sorte.trading.money.Sizing;
import sorte.trading.risk.Standing;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Order;

/// What the slots want, as orders: at an open or a close, and by their stops and targets.
final class SlotOrders {
  private final Floor floor;
  private final Desk desk;
  private final Roster roster;
  private final Halts halts;

  SlotOrders(Floor floor, Desk desk, Roster roster, Halts halts) {
    this.floor = floor;
    this.desk = desk;
    this.roster = roster;
    this.halts = halts;
  }

  /// What the slots wanted at the last close, as one order.
  void trade(Order.Kind kind, double price) {
    List<Part> parts = List.of();
    for (Slot slot : roster.trading()) {
      boolean wants = slot.wanted() != Intent.NONE || slot.closing();
      if (wants && !slot.inFlight()) {
        parts = parts.isEmpty() ? new ArrayList<>() : parts;
        parts.add(part(slot, price));
      }
    }
    if (!parts.isEmpty()) {
      desk.send(parts, kind, price, floor.bar());
    }
  }

  private Part part(Slot slot, double price) {
    Intent intent = slot.wanted();
    slot.want(Intent.NONE);
    double held = slot.ledger().quantity();
    boolean leaves = held != 0 && (slot.closing() || intent != Intent.NONE);
    double exit = leaves ? -held : 0;
    if (slot.closing() || intent.side() == 0) {
      return new Part(slot, exit, 0);
    }
    if (halts.mode() != Standing.Mode.RUNNING || halts.onlyExits()) {
      String why = halts.onlyExits() ? "reduce-only" : "paused";
      floor.note("OrderDenied", slot.change(), slot.kind().word(), why);
      return new Part(slot, exit, 0);
    }
    boolean allowed =
        slot.holding().mayEnterAt(floor.now().time())
            && !(floor.terms().spot() && intent.side() < 0);
    return new Part(
        slot, exit, allowed ? intent.side() * size(slot, intent.side(), held, price) : 0);
  }

  private double size(Slot slot, int side, double held, double price) {
    Costs costs = floor.costs();
    long cash = slot.ledger().cash();
    if (held != 0) {
      double out = costs.slipped(held > 0 ? -1 : 1, price);
      long fee = Money.of(costs.fee(), Math.abs(held), out);
      cash = Money.minus(slot.ledger().equity(out), fee);
    }
    double at = costs.entryPrice(side, price);
    return Sizing.quantity(
        slot.terms(),
        costs,
        floor.terms().instrument(),
        cash,
        price,
        at,
        slot.holding().lossAtStop(side, at));
  }

  /// Stops and targets are data of the slots, executed here whatever their code does.
  void protect(Event.BarClosed b) {
    for (Slot slot : roster.trading()) {
      if (slot.holding().side() == 0 || slot.inFlight()) {
        continue;
      }
      ExitReason reason = slot.holding().protect(b.open(), b.high(), b.low());
      Order.Kind kind =
          switch (reason) {
            case STOP -> Order.Kind.STOP;
            case TARGET -> Order.Kind.LIMIT;
            case ORDER, BUST, FORCED -> Order.Kind.OPEN;
          };
      if (kind != Order.Kind.OPEN) {
        Part part = new Part(slot, -slot.ledger().quantity(), 0);
        desk.send(List.of(part), kind, slot.holding().exitPrice(), floor.bar());
      }
    }
  }
}
