package sorte.trading.order;

/// How much an order is for.
public sealed interface Size {

  /// A quantity of the instrument.
  ///
  /// @param quantity in 1e-8 of a unit
  record Units(long quantity) implements Size {
    public Units {
      if (quantity <= 0 || quantity > Quantity.LARGEST) {
        throw new IllegalArgumentException(
            "an order's quantity must be above zero and at most "
                + Quantity.words(Quantity.LARGEST)
                + ", was "
                + Quantity.words(quantity));
      }
    }
  }

  /// What a share of the free money pays, at the price and the fee at which the order comes to act.
  ///
  /// @param fraction above 0, at most 1
  /// @param atMost money in the account's currency that it takes at most; 0 for no such limit
  /// @param risk what it may lose at most of the free money; [Risk#NONE] for no such limit
  record Share(double fraction, double atMost, Risk risk) implements Size {

    /// A share that no risk limits.
    public Share(double fraction, double atMost) {
      this(fraction, atMost, Risk.NONE);
    }

    public Share {
      if (!(fraction > 0 && fraction <= 1)) {
        throw new IllegalArgumentException(
            "a share of the money must be above 0 and at most 1, was " + fraction);
      }
      if (!(atMost >= 0 && atMost < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the most money must be finite and 0 or more, was " + atMost);
      }
    }
  }

  /// The most that a trade may lose at its stop.
  ///
  /// @param fraction of the free money; 0 for no such limit
  /// @param away the stop as a fraction of the entry; 0 where it stands at a price
  /// @param stop the price that it stands at
  /// @param least the loss of a unit that is counted at least
  record Risk(double fraction, double away, double stop, double least) {

    /// No such limit.
    public static final Risk NONE = new Risk(0, 0, 0, 0);

    public Risk {
      if (!(fraction >= 0 && fraction < 1)) {
        throw new IllegalArgumentException("a risk must be 0 or more and below 1, was " + fraction);
      }
      if (!(away >= 0 && away < 1 && Double.isFinite(stop))) {
        throw new IllegalArgumentException(
            "a stop must be below 1 of the entry, or a finite price, was " + away + ", " + stop);
      }
      if (!(least >= 0 && least < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the least loss of a unit must be finite and 0 or more, was " + least);
      }
    }

    /// What a unit loses that is entered at `price`.
    public double lossOfUnit(int side, double price) {
      return away > 0 ? price * away : Math.max(side * (price - stop), least);
    }
  }
}
