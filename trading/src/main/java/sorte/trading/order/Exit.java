package sorte.trading.order;

/// One way out of a bracket's position: a reduce-only order that comes to act with the entry's
/// first fill, for as much as was entered.
public sealed interface Exit {
  long id();

  /// A stop.
  record StopLoss(long id, Level level) implements Exit {}

  /// A trailing stop that follows from the entry's price on.
  record Trailing(long id, Trail trail) implements Exit {}

  /// A limit.
  record Target(long id, Level level) implements Exit {}

  /// How it fills, once the entry has a price.
  default OrderType type(double entry) {
    return switch (this) {
      case StopLoss s -> new OrderType.Stop(s.level().price(entry));
      case Trailing t -> new OrderType.TrailingStop(t.trail());
      case Target t -> new OrderType.Limit(t.level().price(entry));
    };
  }
}
