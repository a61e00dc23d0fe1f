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
    mean.fill(source.column(), source.shift(), count, values, 1);
    lay(values, 1);
    return true;
  }

  /// Lays two that read the same line, in hardly longer than one.
  static void layBoth(Sma a, Sma b, int count) {
    double[] valuesA = a.room(count);
    double[] valuesB = b.room(count);
    Line source = a.source;
    RollingMean.fillBoth(a.mean, valuesA, b.mean, valuesB, source.column(), source.shift(), count);
    a.lay(valuesA, 1);
    b.lay(valuesB, 1);
  }

  boolean readsAs(Sma other) {
    return source == other.source;
  }

  private double next() {
    return mean.add(source.now());
  }
}
