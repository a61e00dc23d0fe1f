package sorte.trading.order;

/// A price that an exit stands at.
public sealed interface Level {

  /// This price.
  record At(double price) implements Level {
    public At {
      OrderType.checked("a level", price);
    }
  }

  /// So far from the price of the entry's first fill: `-0.05` is five percent below it.
  record FromEntry(double fraction) implements Level {
    public FromEntry {
      if (!(fraction > -1 && fraction < Double.POSITIVE_INFINITY) || fraction == 0) {
        throw new IllegalArgumentException(
            "a level from the entry must be a fraction above -1, not 0 and finite, was "
                + fraction);
      }
    }
  }

  /// The price, once the entry has one.
  default double price(double entry) {
    return switch (this) {
      case At at -> at.price();
      case FromEntry from -> entry * (1 + from.fraction());
    };
  }
}
