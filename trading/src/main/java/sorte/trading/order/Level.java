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

  /// So far in price from the entry's first fill: below zero it is below it.
  record Beyond(double distance) implements Level {
    public Beyond {
      if (!Double.isFinite(distance)) {
        throw new IllegalArgumentException("a distance must be finite, was " + distance);
      }
    }
  }

  /// The least part of the entry's price that a level at a distance from it comes to.
  double LEAST = 0x1p-10;

  /// The price, once the entry has one.
  default double price(double entry) {
    return switch (this) {
      case At at -> at.price();
      case FromEntry from -> entry * (1 + from.fraction());
      case Beyond beyond -> Math.max(entry + beyond.distance(), entry * LEAST);
    };
  }
}
