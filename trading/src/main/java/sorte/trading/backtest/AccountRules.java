package sorte.trading.backtest;

import sorte.trading.risk.Limits;

/// What stands between a backtest's orders and its fills where it is asked for, as in the trader:
/// the last check on every order that a rule decided, and the slot's loss budget at every close.
/// Stops and targets only take away from a position, and pass.
///
/// @param limits the owner's
/// @param lossBudget of the money at the start; once lost, the position is closed at that close and
///   nothing is decided any more; 0 for none
public record AccountRules(Limits limits, double lossBudget) {

  public AccountRules {
    if (!(lossBudget >= 0 && lossBudget < 1)) {
      throw new IllegalArgumentException(
          "a loss budget must be a fraction, 0 (none) or more and below 1, was " + lossBudget);
    }
  }
}
