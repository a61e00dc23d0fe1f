package sorte.change.request;

import org.jspecify.annotations.Nullable;

/// `left op right × times`. `rising` and `falling` have no right side; every other has one.
public record Condition(Operand left, Comparison op, @Nullable Operand right, double times) {
  public Condition {
    if (op.binary() == (right == null)) {
      throw new IllegalArgumentException(
          "\"" + op.code() + "\" takes " + (op.binary() ? "a right side" : "no right side"));
    }
    if (!Double.isFinite(times) || times <= 0) {
      throw new IllegalArgumentException("times must be above zero, was " + times);
    }
  }

  public static Condition of(Operand left, Comparison op, Operand right) {
    return new Condition(left, op, right, 1);
  }

  public static Condition slope(Operand left, Comparison op) {
    return new Condition(left, op, null, 1);
  }
}
