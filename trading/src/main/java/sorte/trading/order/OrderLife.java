package sorte.trading.order;

import sorte.trading.order.OrderEvent.Accept;
import sorte.trading.order.OrderEvent.Cancel;
import sorte.trading.order.OrderEvent.Deny;
import sorte.trading.order.OrderEvent.Expire;
import sorte.trading.order.OrderEvent.Fill;
import sorte.trading.order.OrderEvent.RefuseCancel;
import sorte.trading.order.OrderEvent.Reject;
import sorte.trading.order.OrderEvent.RequestCancel;
import sorte.trading.order.OrderEvent.Submit;
import sorte.trading.order.OrderEvent.Trigger;
import sorte.trading.order.OrderState.Accepted;
import sorte.trading.order.OrderState.Cancelled;
import sorte.trading.order.OrderState.Denied;
import sorte.trading.order.OrderState.Expired;
import sorte.trading.order.OrderState.Filled;
import sorte.trading.order.OrderState.Initialized;
import sorte.trading.order.OrderState.Open;
import sorte.trading.order.OrderState.PartiallyFilled;
import sorte.trading.order.OrderState.PendingCancel;
import sorte.trading.order.OrderState.Rejected;
import sorte.trading.order.OrderState.Submitted;
import sorte.trading.order.OrderState.Triggered;
import sorte.trading.order.Transition.Moved;
import sorte.trading.order.Transition.Refused;

/// Which state follows from which: the only place that moves an order. The table stands in
/// docs/life-of-an-order.md.
public final class OrderLife {
  private OrderLife() {}

  /// @param quantity what the order is for; what fills beyond it is refused
  public static Transition next(OrderState state, OrderEvent event, long quantity) {
    return switch (state) {
      case Initialized now -> written(now, event);
      case Submitted now -> sent(now, event, quantity);
      case Accepted now -> standing(now, event, quantity);
      case Triggered now -> acting(now, event, quantity);
      case PartiallyFilled now -> acting(now, event, quantity);
      case PendingCancel now -> leaving(now, event, quantity);
      case Denied _, Rejected _, Filled _, Cancelled _, Expired _ -> refused(state, event);
    };
  }

  private static Transition written(Initialized now, OrderEvent event) {
    return switch (event) {
      case Deny deny -> new Moved(new Denied(deny.why()));
      case Submit _ -> new Moved(new Submitted());
      case Accept _, Reject _, Trigger _, Fill _, RequestCancel _, RefuseCancel _, Cancel _ ->
          refused(now, event);
      case Expire _ -> refused(now, event);
    };
  }

  /// A fill or a cancellation may be heard of before the acceptance.
  private static Transition sent(Submitted now, OrderEvent event, long quantity) {
    return switch (event) {
      case Accept _ -> new Moved(new Accepted());
      case Reject reject -> new Moved(new Rejected(reject.why()));
      case Fill fill -> filled(now, fill, quantity);
      case RequestCancel _ -> new Moved(new PendingCancel(now));
      case Cancel cancel -> new Moved(new Cancelled(0, cancel.why()));
      case Expire _ -> new Moved(new Expired(0));
      case Deny _, Submit _, Trigger _, RefuseCancel _ -> refused(now, event);
    };
  }

  private static Transition standing(Accepted now, OrderEvent event, long quantity) {
    return event instanceof Trigger ? new Moved(new Triggered()) : acting(now, event, quantity);
  }

  private static Transition acting(Open now, OrderEvent event, long quantity) {
    return switch (event) {
      case Fill fill -> filled(now, fill, quantity);
      case RequestCancel _ -> new Moved(new PendingCancel(now));
      case Cancel cancel -> new Moved(new Cancelled(now.filled(), cancel.why()));
      case Expire _ -> new Moved(new Expired(now.filled()));
      case Deny _, Submit _, Accept _, Reject _, Trigger _, RefuseCancel _ -> refused(now, event);
    };
  }

  /// What would have happened to it without the request happens still: the request is not the
  /// venue's answer.
  private static Transition leaving(PendingCancel now, OrderEvent event, long quantity) {
    return switch (event) {
      case RefuseCancel _ -> new Moved(now.before());
      case Accept _, Reject _, Trigger _, Fill _, Cancel _, Expire _ ->
          switch (next(now.before(), event, quantity)) {
            case Moved moved ->
                moved.state() instanceof Open open ? new Moved(new PendingCancel(open)) : moved;
            case Refused _ -> refused(now, event);
          };
      case Deny _, Submit _, RequestCancel _ -> refused(now, event);
    };
  }

  private static Transition filled(Open now, Fill fill, long quantity) {
    long left = quantity - now.filled();
    if (fill.quantity() > left) {
      return new Refused(
          "a fill of %s is more than the %s that are left of an order for %s"
              .formatted(
                  Quantity.words(fill.quantity()), Quantity.words(left), Quantity.words(quantity)));
    }
    long filled = now.filled() + fill.quantity();
    return new Moved(filled == quantity ? new Filled(filled) : new PartiallyFilled(filled));
  }

  private static Refused refused(OrderState state, OrderEvent event) {
    String why =
        state instanceof OrderState.Closed ? "it has come to its end" : "it cannot happen here";
    return new Refused("%s to an order that is %s: %s".formatted(event.word(), state.word(), why));
  }
}
