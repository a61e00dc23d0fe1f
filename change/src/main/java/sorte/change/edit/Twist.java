package sorte.change.edit;

import java.util.Optional;

/// One place of a strategy's source said otherwise, as a slip of its author's might: a test is
/// worth as much as it tells such a slip from the strategy.
///
/// @param within the method that it stands in, with its class where that is not the strategy
/// @param rule the rule that this is, where it stands in one
/// @param words of the place, in snake_case; empty where there are none
/// @param source the whole file with this one slip
public record Twist(
    Kind kind, String within, Optional<RuleMethod> rule, String words, String source) {

  /// What is said otherwise.
  public enum Kind {
    /// A condition became its opposite.
    CONDITION,
    /// A limit was moved on or off itself.
    LIMIT,
    /// Another operation on the same numbers.
    ARITHMETIC
  }
}
