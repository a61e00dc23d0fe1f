package sorte.trading.venue;

/// An order on the way to a venue.
///
/// @param id never used twice
/// @param quantity signed: above zero buys
/// @param kind when it fills
/// @param price the price it is expected to fill at; for a touch, the level touched
/// @param reduceOnly must never open or turn a position
/// @param bar the bar in which it was sent
public record Order(
    long id, double quantity, Kind kind, double price, boolean reduceOnly, long bar) {

  public enum Kind {
    /// At the market, as the bar opens.
    OPEN,
    /// At a level that the bar touched: a stop or a target.
    TOUCH,
    /// At the market, as the bar closes.
    CLOSE
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
