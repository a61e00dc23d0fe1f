package sorte.trading.order;

/// One order as its owner writes it.
///
/// @param id never used twice, above zero
/// @param symbol of the instrument
/// @param reduceOnly it never opens or turns a position
/// @param postOnly it never takes: where it would, it is rejected
public record OrderTicket(
    long id,
    String symbol,
    Side side,
    Size size,
    OrderType type,
    TimeInForce force,
    boolean reduceOnly,
    boolean postOnly) {

  public OrderTicket {
    if (id <= 0) {
      throw new IllegalArgumentException("an order's id must be above zero, was " + id);
    }
    if (postOnly && !(type instanceof OrderType.Limit)) {
      throw refused(id, "post-only is for limits alone: nothing else rests at a price");
    }
    if (postOnly && force.atOnce()) {
      throw refused(id, "post-only rests and cannot be filled at once: use GTC or a date");
    }
    if (reduceOnly && size instanceof Size.Share) {
      throw refused(id, "what reduces is for a quantity, not for a share of the money");
    }
    if (size instanceof Size.Share && !(type instanceof OrderType.Market)) {
      throw refused(id, "only a market order is for a share of the money");
    }
  }

  /// Good till cancelled, without more conditions.
  public static OrderTicket of(long id, String symbol, Side side, long quantity, OrderType type) {
    return new OrderTicket(
        id, symbol, side, new Size.Units(quantity), type, TimeInForce.GTC, false, false);
  }

  public OrderTicket reducing() {
    return new OrderTicket(id, symbol, side, size, type, force, true, postOnly);
  }

  public OrderTicket posting() {
    return new OrderTicket(id, symbol, side, size, type, force, reduceOnly, true);
  }

  public OrderTicket standing(TimeInForce how) {
    return new OrderTicket(id, symbol, side, size, type, how, reduceOnly, postOnly);
  }

  private static IllegalArgumentException refused(long id, String why) {
    return new IllegalArgumentException("order " + id + ": " + why);
  }
}
