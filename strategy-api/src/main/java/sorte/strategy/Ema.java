package sorte.strategy;

/// The exponential moving average, with weight 2/(n+1) on the newest value. First value at index
/// n-1, whatever the seed: the plain mean of the first n values (TA-Lib's), or with
/// [Seed#FIRST_VALUE] the first value itself.
public final class Ema extends Line {
  private final Line source;
  private final ExponentialMean mean;

  Ema(Line source, int period, Seed seed) {
    super(Period.checked("an EMA's period", period), source);
    this.source = source;
    this.mean = new ExponentialMean(period, seed);
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    return mean.add(source.now());
  }
}
