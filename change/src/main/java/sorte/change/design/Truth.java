package sorte.change.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A test as a value that is above zero exactly where the test holds: what is remembered of tests
/// over many bars is remembered of such values. A test that holds of equal values has none.
public final class Truth {
  private Truth() {}

  /// The value; empty where some part of the test holds of equal values.
  public static Optional<Value> of(Test test) {
    return switch (test) {
      case Test.All(var tests) -> joined(tests, Value.Sign.SMALLER);
      case Test.Any(var tests) -> joined(tests, Value.Sign.LARGER);
      case Test.Compare(Value left, Test.Is is, Value right) ->
          switch (is) {
            case ABOVE -> Optional.of(less(left, right));
            case BELOW -> Optional.of(less(right, left));
            case CROSSES_ABOVE -> Optional.of(crossed(left, right));
            case CROSSES_BELOW -> Optional.of(crossed(right, left));
            case CROSSES ->
                Optional.of(
                    new Value.Computed(
                        Value.Sign.LARGER, crossed(left, right), crossed(right, left)));
            case AT_OR_ABOVE, AT_OR_BELOW -> Optional.empty();
          };
    };
  }

  private static Optional<Value> joined(List<Test> tests, Value.Sign sign) {
    List<Value> values = new ArrayList<>();
    for (Test test : tests) {
      Optional<Value> one = of(test);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      values.add(one.get());
    }
    return values.stream().reduce((a, b) -> new Value.Computed(sign, a, b));
  }

  private static Value crossed(Value upper, Value lower) {
    return new Value.Computed(
        Value.Sign.SMALLER, less(upper, lower), less(before(lower), before(upper)));
  }

  private static Value before(Value value) {
    return switch (value) {
      case Value.Number _ -> value;
      case Value.Ago(Value of, int bars) -> new Value.Ago(of, bars + 1);
      default -> new Value.Ago(value, 1);
    };
  }

  private static Value less(Value left, Value right) {
    return new Value.Computed(Value.Sign.MINUS, left, right);
  }
}
