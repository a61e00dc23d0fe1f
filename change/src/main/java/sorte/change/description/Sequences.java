package sorte.change.description;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Truth;
import sorte.change.design.Value;

/// One thing after another: the second as it comes about for the first time after the first, and
/// what held on one of the last bars. What cannot be remembered so is not understood.
final class Sequences {
  private Sequences() {}

  /// "falls below a and then rises above b": b is crossed, and a was later than its last crossing.
  static @Nullable Test then(Test first, Test second) {
    Optional<Test> event = event(second);
    if (event.isEmpty() || Truth.of(first).isEmpty()) {
      return null;
    }
    Value sinceFirst = new Value.Ago(new Value.Since(first), 1);
    Value sinceSecond = new Value.Ago(new Value.Since(event.get()), 1);
    return Test.all(List.of(event.get(), new Test.Compare(sinceFirst, Is.BELOW, sinceSecond)));
  }

  /// What held on any of so many bars up to this one.
  static Optional<Test> within(Test test, double bars) {
    return Truth.of(test).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Test.Compare(new Value.Since(test), Is.AT_OR_BELOW, new Value.Number(bars - 1)));
  }

  /// What held on each of so many bars up to this one.
  static Optional<Test> throughout(Test test, double bars) {
    return Tests.opposite(test)
        .filter(t -> Truth.of(t).isPresent())
        .map(t -> new Test.Compare(new Value.Since(t), Is.AT_OR_ABOVE, new Value.Number(bars)));
  }

  /// A state that comes about is a crossing.
  private static Optional<Test> event(Test test) {
    if (!(test instanceof Test.Compare(Value left, Is is, Value right))) {
      return Optional.empty();
    }
    return switch (is) {
      case CROSSES_ABOVE, CROSSES_BELOW -> Optional.of(test);
      case ABOVE, AT_OR_ABOVE -> Optional.of(new Test.Compare(left, Is.CROSSES_ABOVE, right));
      case BELOW, AT_OR_BELOW -> Optional.of(new Test.Compare(left, Is.CROSSES_BELOW, right));
      case CROSSES -> Optional.empty();
    };
  }
}
