package sorte.trading.venue;

/// An order on the way to a venue.
///
/// @param id never used twice
/// @param quantity signed: above zero buys
/// @param kind when it fills
/// @param price the price it is expected to fill at; for a stop or a limit, its level
/// @param reduceOnly must never open or turn a position
/// @param bar the bar in which it was sent
public record Order(
    long id, double quantity, Kind kind, double price, boolean reduceOnly, long bar) {

  public enum Kind {
    /// At the market, as the bar opens.
    OPEN,
    /// At the market, as the bar went through a stop.
    STOP,
    /// At a limit that the bar reached: a target. Never worse than its price.
    LIMIT,
    /// At the market, as the bar closes.
    CLOSE,
    /// Rests at the venue until the market is at its level or beyond, then at the market: at the
    /// level, or at the open that gapped through it. Never more than there is to reduce.
    CATASTROPHE
  }

  public Order {
    if (id <= 0) {
      throw new IllegalArgumentException("an order's id is above zero, was " + id);
    }
    if (!Double.isFinite(quantity) || quantity == 0) {
      throw new IllegalArgumentException("an order's quantity is finite and not zero: " + quantity);
    }
    if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("an order's price is above zero, was " + price);
    }
  }
}
