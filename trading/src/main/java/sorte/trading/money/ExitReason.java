package sorte.trading.money;

/// Why a trade ended.
public enum ExitReason {
  /// A rule, the time stop or a reversal: an order at the market.
  ORDER,
  /// The stop, or the trailing stop.
  STOP,
  /// The target.
  TARGET,
  /// The account had nothing left.
  BUST,
  /// Somebody else's word: a rollback, a person.
  FORCED
}
