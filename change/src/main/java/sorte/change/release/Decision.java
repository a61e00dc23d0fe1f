package sorte.change.release;

import sorte.change.log.ChangeEvent.Cause;

/// What a rollout does next.
public sealed interface Decision {
  /// Keeps its share.
  record Stay() implements Decision {}

  /// Takes a larger share.
  record Grow(double share) implements Decision {}

  /// Becomes stable.
  ///
  /// @param grounds `evidence`, `identical` or `owner`
  record Promote(String grounds) implements Decision {}

  record TakeBack(Cause cause) implements Decision {}

  /// Cannot tell at the horizon: the owner decides; until then the share stays.
  record AskOwner() implements Decision {}
}
