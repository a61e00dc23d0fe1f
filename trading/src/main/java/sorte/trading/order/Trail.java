package sorte.trading.order;

/// How far behind the best price a trailing stop follows.
public sealed interface Trail {

  /// A fraction of the best price.
  record Fraction(double fraction) implements Trail {
    public Fraction {
      if (!(fraction > 0 && fraction < 1)) {
        throw new IllegalArgumentException(
            "a trailing stop's fraction must be above 0 and below 1, was " + fraction);
      }
    }
  }

  /// A distance in price.
  record Amount(double amount) implements Trail {
    public Amount {
      if (!(amount > 0 && amount < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a trailing stop's distance must be above 0 and finite, was " + amount);
      }
    }
  }

  /// Where the stop stands, given the best price so far; a selling stop stands below it.
  default double level(Side side, double best) {
    return switch (this) {
      case Fraction f -> best * (1 + side.sign() * f.fraction());
      case Amount a -> best + side.sign() * a.amount();
    };
  }
}
