package sorte.trading.order;

/// How an order fills.
public sealed interface OrderType {

  /// At once, at what the market asks.
  record Market() implements OrderType {}

  /// At this price or better.
  record Limit(double price) implements OrderType {
    public Limit {
      checked("a limit", price);
    }
  }

  /// At the market once the price has moved against its owner to the trigger: a buying stop when it
  /// is at or above it, a selling one at or below.
  record Stop(double trigger) implements OrderType {
    public Stop {
      checked("a stop's trigger", trigger);
    }
  }

  /// A limit once the trigger of a stop is reached.
  record StopLimit(double trigger, double price) implements OrderType {
    public StopLimit {
      checked("a stop-limit's trigger", trigger);
      checked("a stop-limit's price", price);
    }
  }

  /// A stop that follows the best price since it was accepted and never goes back.
  record TrailingStop(Trail trail) implements OrderType {}

  /// At the market once the price has moved in favour to the trigger: a selling one at or above it,
  /// a buying one at or below.
  record TakeProfit(double trigger) implements OrderType {
    public TakeProfit {
      checked("a take-profit's trigger", trigger);
    }
  }

  /// A market order.
  OrderType MARKET = new Market();

  static void checked(String what, double price) {
    if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be above zero and finite, was " + price);
    }
  }
}
