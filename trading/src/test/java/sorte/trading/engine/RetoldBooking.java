package sorte.trading.engine;

import java.util.List;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;
import sorte.trading.venue.Order;

/// What was filled, booked to each slot as if it had traded alone, as [Retelling] does it.
final class RetoldBooking {
  private final Retelling story;

  RetoldBooking(Retelling story) {
    this.story = story;
  }

  private static double less(double from, double taken) {
    return from == taken ? 0 : RetoldDesk.units(from - taken);
  }

  void book(
      List<RetoldDesk.Part> parts, double ordered, double filled, double price, Order.Kind kind) {
    shorten(parts, ordered - filled);
    double pushed = filled == 0 ? 0 : Math.signum(ordered);
    for (RetoldDesk.Part part : parts) {
      if (part.out != 0) {
        out(part.slot, part.out, alone(kind, part.out, pushed, price));
      }
      if (part.in != 0 && part.slot.held() == 0) {
        double own = alone(kind, part.in, pushed, price);
        part.slot.ledger.enter(part.in, own, story.terms.fee());
        part.slot.holding.entered(story.bar, part.in > 0 ? 1 : -1, own);
      }
    }
  }

  /// Who trades with the order pays its price; who trades against it what it would have paid alone.
  private double alone(Order.Kind kind, double quantity, double pushed, double price) {
    if (kind == Order.Kind.LIMIT || quantity * pushed > 0) {
      return price;
    }
    double middle = pushed == 0 ? price : price / (1 + pushed * story.terms.slippage());
    return story.terms.costs().slipped(quantity > 0 ? 1 : -1, middle);
  }

  /// What was not filled is taken from the entries first, the last before the others.
  private static void shorten(List<RetoldDesk.Part> parts, double missing) {
    double left = missing;
    for (RetoldDesk.Part part : parts.reversed()) {
      if (left != 0 && part.in * left > 0) {
        double taken = Math.abs(part.in) <= Math.abs(left) ? part.in : left;
        part.in = less(part.in, taken);
        left = less(left, taken);
      }
    }
    for (RetoldDesk.Part part : parts.reversed()) {
      if (left != 0 && part.out * left > 0) {
        double taken = Math.abs(part.out) <= Math.abs(left) ? part.out : left;
        part.out = less(part.out, taken);
        part.in = 0; // who could not leave does not turn
        left = less(left, taken);
        part.slot.closing |= part.slot.held() != 0;
      }
    }
  }

  /// A slot was made to leave by an order that was not its own.
  void leave(RetoldSlot slot, double quantity, double price) {
    slot.wants = Intent.NONE;
    out(slot, quantity, price);
  }

  private void out(RetoldSlot slot, double quantity, double price) {
    if (slot.held() * quantity >= 0) {
      return; // it is out already: the house has it
    }
    double rest = less(slot.held(), -quantity);
    slot.ledger.exit(price, story.terms.fee());
    if (rest != 0) {
      slot.ledger.deposit(Money.of(story.terms.fee(), Math.abs(rest), price));
      slot.ledger.enter(rest, price, 0);
      return;
    }
    slot.holding.exited(story.bar);
    slot.closing = false;
  }
}
