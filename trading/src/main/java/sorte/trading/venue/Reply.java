package sorte.trading.venue;

/// What a venue says of an order.
public sealed interface Reply {
  long order();

  record Acknowledged(long order) implements Reply {}

  /// Some or all of it was filled.
  ///
  /// @param fill numbers the fills of this order from 1: the same number again is the same fill
  /// @param quantity signed as the order's
  record Filled(long order, int fill, double quantity, double price) implements Reply {}

  /// Nothing more of it will be filled.
  record Rejected(long order, String reason) implements Reply {}

  record Cancelled(long order) implements Reply {}
}
