package sorte.trading.market;

/// What is traded, and in which steps a venue takes it.
///
/// @param symbol upper case, such as `BTC-USD`
/// @param tick the step of prices; 0 where prices are taken as they stand
/// @param lot the step of quantities: 1 for whole units, below 1 the inverse of a whole number; 0
///   for any fraction
/// @param minNotional the least worth of an order, in the account's currency; 0 for none
public record Instrument(String symbol, double tick, double lot, double minNotional) {

  /// The finest step of quantities.
  public static final double FINEST_LOT = 1e-8;

  private static final int LONGEST_SYMBOL = 32;
  private static final double INVERSE_TOLERANCE = 1e-6;

  public Instrument {
    if (!symbol.matches("[A-Z0-9][A-Z0-9._/-]*") || symbol.length() > LONGEST_SYMBOL) {
      throw refused("a symbol must be upper case, such as BTC-USD", symbol);
    }
    if (!(tick >= 0 && tick < Double.POSITIVE_INFINITY)) {
      throw refused("a tick must be finite and zero or more", tick);
    }
    if (!(lot >= 0 && lot < Double.POSITIVE_INFINITY) || (lot > 0 && !stepped(lot))) {
      throw refused(
          "a lot must be 0 (any fraction), a whole number, or one over a whole number up to 1e8",
          lot);
    }
    if (!(minNotional >= 0 && minNotional < Double.POSITIVE_INFINITY)) {
      throw refused("a minimum notional must be finite and zero or more", minNotional);
    }
  }

  /// What a bars file without metadata holds: prices as they stand, whole units.
  public static Instrument wholeUnits(String symbol) {
    return new Instrument(symbol, 0, 1, 0);
  }

  /// The same in any fraction and of any worth: what twins trade, so that size never enters.
  public Instrument fractional() {
    return new Instrument(symbol, tick, 0, 0);
  }

  /// What the built-in market trades.
  public static Instrument simulated() {
    return new Instrument("SIM-USD", 0.01, 0.00001, 10);
  }

  /// The largest quantity in this instrument's steps that is not above `quantity`.
  public double quantityDown(double quantity) {
    if (lot == 0) {
      return quantity;
    }
    if (lot == 1) {
      return Math.floor(quantity); // the usual one, without a division
    }
    if (lot > 1) {
      return Math.floor(quantity / lot) * lot;
    }
    double lotsInOne = Math.rint(1 / lot);
    return Math.floor(quantity * lotsInOne) / lotsInOne;
  }

  private static boolean stepped(double lot) {
    if (lot >= 1) {
      return lot == Math.rint(lot);
    }
    double inverse = 1 / lot;
    return lot >= FINEST_LOT
        && Math.abs(inverse - Math.rint(inverse)) < INVERSE_TOLERANCE * inverse;
  }

  private static IllegalArgumentException refused(String rule, Object was) {
    return new IllegalArgumentException(rule + ", was " + was);
  }
}
