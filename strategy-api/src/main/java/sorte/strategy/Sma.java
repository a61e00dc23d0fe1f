package sorte.strategy;

/// The simple moving average: the mean of the last n values. First value at index n-1. Summed with
/// compensation, in the reference's bits; a window of one value gives that value.
public final class Sma extends Line {
  private final Line source;
  private final RollingMean mean;

  Sma(Line source, int period) {
    super(Period.checked("an SMA's period", period), source);
    this.source = source;
    this.mean = new RollingMean(period);
  }

  @Override
  void step() {
    set(next());
  }

  @Override
  boolean lay(int count) {
    double[] values = room(count);
    mean.fill(source.column(), source.shift(), count, values);
    lay(values, 1);
    return true;
  }

  private double next() {
    return mean.add(source.now());
  }
}
