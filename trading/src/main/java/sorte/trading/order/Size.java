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
  record Share(double fraction, double atMost) implements Size {
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
}
