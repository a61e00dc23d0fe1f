package sorte.trading.money;

/// What trading costs, as fractions.
///
/// @param fee of each fill's worth, at entry and at exit
/// @param spread added to the price of a buying entry, taken from that of a selling one; exits are
///   not adjusted
/// @param slippage against each fill at the market or by a stop, entry and exit; a target, being a
///   limit, has none
public record Costs(double fee, double spread, double slippage) {

  /// Trading that costs nothing.
  public static final Costs NONE = new Costs(0, 0, 0);

  public Costs {
    checked("a fee", fee);
    checked("a spread", spread);
    checked("a slippage", slippage);
  }

  /// A fee alone.
  public static Costs fee(double fee) {
    return new Costs(fee, 0, 0);
  }

  /// The price of an entry: the market's, adjusted against the side that enters (1 buys, -1 sells).
  public double entryPrice(int side, double price) {
    return slipped(side, side > 0 ? price * (1 + spread) : price * (1 - spread));
  }

  /// The price of an order that buys (1) or sells (-1) at the market.
  public double slipped(int direction, double price) {
    return direction > 0 ? price * (1 + slippage) : price * (1 - slippage);
  }

  private static void checked(String what, double fraction) {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          what + " must be a fraction, 0 or more and below 1, was " + fraction);
    }
  }
}
