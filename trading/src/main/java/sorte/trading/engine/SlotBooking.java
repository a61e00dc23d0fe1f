package sorte.trading.engine;

import java.util.List;
import sorte.trading.money.Costs;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;
import sorte.trading.money.SubLedger;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Order;

/// Books what was filled to the slots that wanted it, each as if it had traded alone.
final class SlotBooking {

  /// The id of an order that was crossed between slots and never left.
  static final long CROSSED = Long.MAX_VALUE;

  private final Account account;
  private final Costs costs;

  SlotBooking(Account account, Costs costs) {
    this.account = account;
    this.costs = costs;
  }

  /// A slot was made to leave, by an order that was not its own.
  void leave(Slot slot, double quantity, double price, long bar) {
    slot.want(Intent.NONE);
    exit(new Part(slot, quantity, 0), price, bar);
  }

  /// What of a net order was not filled is taken from those who wanted it, the last entry first;
  /// the rest is booked, each part at the price it would have had alone.
  void book(Pending pending, double filled, long bar) {
    boolean crossedOnly = pending.order.id() == CROSSED;
    double net = crossedOnly ? 0 : pending.order.quantity();
    cut(pending.parts, net - filled);
    double price = pending.price();
    double pushed = filled == 0 ? 0 : net;
    for (Part part : pending.parts) {
      if (part.exit != 0) {
        exit(part, alone(pending.order.kind(), part.exit, pushed, price), bar);
      }
      if (part.entry != 0) {
        enter(part, alone(pending.order.kind(), part.entry, pushed, price), bar);
      }
    }
  }

  private static void cut(List<Part> parts, double missing) {
    double left = missing;
    for (int i = parts.size() - 1; i >= 0 && left != 0; i--) {
      Part part = parts.get(i);
      if (Math.signum(part.entry) == Math.signum(left)) {
        double taken = nearer(part.entry, left);
        part.entry = less(part.entry, taken);
        left = less(left, taken);
      }
    }
    for (int i = parts.size() - 1; i >= 0 && left != 0; i--) {
      Part part = parts.get(i);
      if (Math.signum(part.exit) == Math.signum(left)) {
        double taken = nearer(part.exit, left);
        part.exit = less(part.exit, taken);
        part.entry = 0; // who could not leave does not turn
        left = less(left, taken);
        if (part.slot.ledger().quantity() != 0) {
          part.slot.close(); // one that is out already would never enter again
        }
      }
    }
  }

  private static double nearer(double a, double b) {
    return Math.abs(a) <= Math.abs(b) ? a : b;
  }

  private static double less(double a, double b) {
    double rest = Math.rint((a - b) * Money.ONE) / Money.ONE;
    return a == b ? 0 : rest;
  }

  private double alone(Order.Kind kind, double direction, double net, double price) {
    if (kind == Order.Kind.LIMIT || Math.signum(direction) == Math.signum(net)) {
      return price;
    }
    double reference = net == 0 ? price : price / (1 + Math.signum(net) * costs.slippage());
    return costs.slipped(direction > 0 ? 1 : -1, reference);
  }

  private void exit(Part part, double price, long bar) {
    SubLedger ledger = part.slot.ledger();
    if (Math.signum(ledger.quantity()) != -Math.signum(part.exit)) {
      return; // it is out already: what was filled beyond stays with the house, and is found there
    }
    double rest = less(ledger.quantity(), -part.exit);
    account.withHouse(
        ledger,
        price,
        () -> {
          ledger.exit(price, costs.fee());
          if (rest != 0) {
            ledger.deposit(Money.of(costs.fee(), Math.abs(rest), price));
            ledger.enter(rest, price, 0);
          }
        });
    if (rest == 0) {
      part.slot.holding().exited(bar);
      part.slot.closed();
    }
  }

  private void enter(Part part, double price, long bar) {
    if (part.slot.ledger().quantity() != 0) {
      return; // its exit was cut: it holds still
    }
    SubLedger ledger = part.slot.ledger();
    account.withHouse(ledger, price, () -> ledger.enter(part.entry, price, costs.fee()));
    part.slot.holding().entered(bar, part.entry > 0 ? 1 : -1, price);
  }
}
