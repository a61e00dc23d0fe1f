package sorte.trading.risk;

/// What the last check says of one order.
public sealed interface Passage {

  record Passed() implements Passage {}

  /// @param rule the limit's name, as in the configuration
  /// @param seen what the order would have been or made
  /// @param limit what is allowed
  record Denied(String rule, double seen, double limit) implements Passage {}
}
