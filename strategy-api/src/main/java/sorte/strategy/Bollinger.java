package sorte.strategy;

/// Bollinger's bands: the simple average of n values, and so many of their (population) standard
/// deviations above and below it: `close.crossesBelow(bollinger.lower())`. First value at n-1.
public final class Bollinger extends Step {
  private final Line source;
  private final double deviations;
  private final RollingMean mean;
  private final Output upper;
  private final Output middle;
  private final Output lower;

  Bollinger(Line source, int period, double deviations) {
    super(source.first, source.first + Period.checked("a Bollinger period", period) - 1);
    if (!(deviations > 0 && deviations < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Bollinger deviations must be above 0 and finite, was " + deviations);
    }
    source.requirePlacedOn(source.tape);
    this.source = source;
    this.deviations = deviations;
    this.mean = new RollingMean(period);
    this.upper = new Output(source.tape, starts, first);
    this.middle = new Output(source.tape, starts, first);
    this.lower = new Output(source.tape, starts, first);
  }

  /// The upper band.
  public Line upper() {
    return upper;
  }

  /// The average between the bands.
  public Line middle() {
    return middle;
  }

  /// The lower band.
  public Line lower() {
    return lower;
  }

  @Override
  Line[] lines() {
    return new Line[] {upper, middle, lower};
  }

  @Override
  void step() {
    double m = mean.add(source.now());
    double width = deviations * mean.deviation(m);
    upper.set(m + width);
    middle.set(m);
    lower.set(m - width);
  }
}
