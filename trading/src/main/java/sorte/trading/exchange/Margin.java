package sorte.trading.exchange;

/// What a position must be backed with.
public sealed interface Margin {

  /// Its whole worth, and nothing is liquidated: a short may lose all the account has.
  record Whole() implements Margin {}

  /// A part of its worth, apart for each position.
  ///
  /// @param leverage worth over margin at the entry, 1 to 125
  /// @param maintenance where what is left of the margin falls to this fraction of the worth, the
  ///   position is liquidated
  /// @param fee of a liquidation, as a fraction of the worth, in place of the taker's fee
  record Isolated(double leverage, double maintenance, double fee) implements Margin {
    private static final double LARGEST = 125;

    public Isolated {
      if (!(leverage >= 1 && leverage <= LARGEST)) {
        throw new IllegalArgumentException(
            "a leverage must be 1 to " + LARGEST + ", was " + leverage);
      }
      if (!(maintenance > 0 && maintenance * leverage < 1)) {
        throw new IllegalArgumentException(
            "a maintenance margin must be above 0 and below the margin of the entry ("
                + 1 / leverage
                + "), was "
                + maintenance);
      }
      if (!(fee >= 0 && fee < 1)) {
        throw new IllegalArgumentException(
            "a liquidation fee must be a fraction, 0 or more and below 1, was " + fee);
      }
    }
  }

  Margin WHOLE = new Whole();

  default double leverage() {
    return switch (this) {
      case Whole _ -> 1;
      case Isolated i -> i.leverage();
    };
  }
}
