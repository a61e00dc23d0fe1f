package sorte.strategy;

/// The (population) standard deviation of the last n values of a line. First value at n-1.
public final class Deviation extends Line {
  private final Line source;
  private final RollingMean mean;

  Deviation(Line source, int period) {
    super(Period.checked("a deviation's period", period), source);
    this.source = source;
    this.mean = new RollingMean(period);
  }

  @Override
  void step() {
    set(mean.deviation(mean.add(source.now())));
  }
}
