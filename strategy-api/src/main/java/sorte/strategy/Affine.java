package sorte.strategy;

/// A line times a number plus a number: twice the range, the average less 5. First value where the
/// line has its own.
public final class Affine extends Line {
  private final Line source;
  private final double factor;
  private final double offset;

  Affine(Line source, double factor, double offset) {
    super(1, source);
    if (!Double.isFinite(factor) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException(
          "a line is multiplied by and added to finite numbers, were " + factor + ", " + offset);
    }
    this.source = source;
    this.factor = factor;
    this.offset = offset;
  }

  @Override
  void step() {
    set(Math.fma(source.now(), factor, offset));
  }
}
