package sorte.trading.exchange;

/// A fill of ours.
///
/// @param order its id; 0 where the venue closed a position by itself
/// @param time at which the price came
/// @param quantity signed, in 1e-8 of a unit: above zero bought
/// @param worth quantity times price, signed as the quantity, in 1e-8
/// @param fee in 1e-8; below zero where the venue paid
/// @param maker whether it rested
/// @param opening whether it opened or enlarged a position; what turns one is two executions
/// @param cause who wanted it
public record Execution(
    long order,
    String symbol,
    long time,
    long quantity,
    double price,
    long worth,
    long fee,
    boolean maker,
    boolean opening,
    Cause cause) {

  /// Who wanted an execution.
  public enum Cause {
    /// An order of ours.
    ORDER,
    /// The venue: the position's margin was used up.
    LIQUIDATION,
    /// The venue: the account had nothing left.
    BUST
  }
}
