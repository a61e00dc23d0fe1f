package sorte.strategy;

/// How many bars ago a line was above zero last: 0 where it is now, infinitely many where it never
/// was. What is true where one line is above another is told by their difference:
/// `since(difference(lower, close)).atOrBelow(5)`. First value where the line has its own.
public final class Since extends Line {
  private final Line source;
  private double bars = Double.POSITIVE_INFINITY;

  Since(Line source) {
    super(1, source);
    this.source = source;
  }

  @Override
  void step() {
    bars = source.now() > 0 ? 0 : bars + 1;
    set(bars);
  }
}
