package sorte.strategy;

/// What two lines give together, or one of them and a number: their sum, difference, product,
/// ratio, the larger or the smaller one. First value where both have one. A ratio over 0 is no
/// number, and satisfies no comparison.
public final class Arithmetic extends Line {
  /// What is done with the two.
  enum Sign {
    PLUS,
    MINUS,
    TIMES,
    OVER,
    LARGER,
    SMALLER
  }

  private final Sign sign;
  private final Line left;
  private final Line right;

  Arithmetic(Sign sign, Line left, Line right) {
    super(1, left, right);
    this.sign = sign;
    this.left = left;
    this.right = right;
  }

  @Override
  void step() {
    double a = left.now();
    double b = right.now();
    set(
        switch (sign) {
          case PLUS -> a + b;
          case MINUS -> a - b;
          case TIMES -> a * b;
          case OVER -> b == 0 ? Double.NaN : a / b;
          case LARGER -> Math.max(a, b);
          case SMALLER -> Math.min(a, b);
        });
  }
}
