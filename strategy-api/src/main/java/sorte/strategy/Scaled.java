package sorte.strategy;

/// A line times a number, as the right side of a comparison or the distance of a stop:
/// `volume.above(volumeSma.times(2))`, `Terms.allIn().stopLoss(atr.times(3))`. Made by
/// [Line#times]; always current, so it may be kept in a field as well.
public final class Scaled {
  private final Line line;
  private final double factor;

  Scaled(Line line, double factor) {
    this.line = line;
    this.factor = factor;
  }

  /// The line that is multiplied.
  public Line line() {
    return line;
  }

  /// What it is multiplied by.
  public double factor() {
    return factor;
  }

  /// The product at this bar.
  public double value() {
    return line.now() * factor;
  }

  /// The product one bar ago.
  public double previous() {
    return line.before() * factor;
  }
}
