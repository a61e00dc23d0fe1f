package sorte.change.judge;

/// What must be shown before a change is promoted.
public enum Claim {
  /// A person asked for it: it must not be worse by the margin.
  NOT_WORSE,
  /// Sorte proposed it: it must be better.
  BETTER,
  /// It means to change nothing.
  IDENTICAL
}
