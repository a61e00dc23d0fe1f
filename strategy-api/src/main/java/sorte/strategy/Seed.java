package sorte.strategy;

/// How a recursive average starts. Averages with different seeds agree only after some hundred
/// bars, so each indicator says which one it uses.
public enum Seed {
  /// With the plain mean of its first n inputs, as TA-Lib does: the default everywhere.
  MEAN,
  /// With its first input: an exponential average starts at the first price, a true range at the
  /// first bar's high less its low.
  FIRST_VALUE
}
