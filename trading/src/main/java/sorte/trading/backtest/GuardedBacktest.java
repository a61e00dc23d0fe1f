package sorte.trading.backtest;

import java.util.List;

/// A backtest under an account's rules.
///
/// @param denials what the last check did not let through, in order; at most
///   [GuardedBacktest#DENIALS_TOLD] of them
/// @param denied how many there were
/// @param orders how many left
/// @param halted whether the drawdown's limit ended all entries
/// @param budgetSpent whether the loss budget ended the run
public record GuardedBacktest(
    BacktestResult result,
    List<Denial> denials,
    long denied,
    long orders,
    boolean halted,
    boolean budgetSpent) {

  /// How many denials are told one by one.
  public static final int DENIALS_TOLD = 1000;

  /// An entry that was taken out of its order.
  ///
  /// @param bar at whose price it would have filled
  /// @param rule the limit's name, as in the configuration
  public record Denial(int bar, String rule, double seen, double limit) {}

  public GuardedBacktest {
    denials = List.copyOf(denials);
  }
}
