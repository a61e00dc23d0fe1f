package sorte.trading.book;

/// Why a command changed nothing.
public enum Refusal {
  /// An id is above zero.
  BAD_ID,
  /// A price is 1 to [OrderBook#MOST_TICKS] ticks.
  BAD_PRICE,
  /// A quantity is 1 to [OrderBook#MOST_LOTS] lots.
  BAD_QUANTITY,
  /// An order with this id is open.
  DUPLICATE,
  /// No order with this id is open.
  UNKNOWN,
  /// Post-only, and it would have traded.
  WOULD_TRADE,
  /// Fill-or-kill, and the book does not hold enough within its price.
  NOT_ENOUGH,
  /// As many orders are open as the book takes.
  FULL
}
