package sorte.strategy;

/// The simple moving average: the mean of the last n values. First value at index n-1. Equal
/// windows give the same bits (compensated sums), so a tie of two averages is a tie.
public final class Sma extends Indicator {
  private final Line source;
  private final RollingMean mean;

  Sma(Line source, int period) {
    super(Period.checked("an SMA's period", period), source);
    this.source = source;
    this.mean = new RollingMean(period);
  }

  @Override
  protected double next() {
    return mean.add(source.now);
  }
}
