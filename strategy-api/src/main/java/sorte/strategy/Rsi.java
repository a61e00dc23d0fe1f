package sorte.strategy;

/// Wilder's relative strength index, 0 to 100: the average gain as a share of average gain and loss
/// together. First value at index n, seeded with the plain mean of the first n changes (TA-Lib's).
/// Where nothing moved at all it is 0, as in TA-Lib.
public final class Rsi extends Line {
  private final Line source;
  private final WilderMean gain;
  private final WilderMean loss;
  private double last = Double.NaN;

  Rsi(Line source, int period) {
    super(Period.checked("an RSI's period", period) + 1, source);
    this.source = source;
    this.gain = new WilderMean(period);
    this.loss = new WilderMean(period);
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    double x = source.now();
    double change = x - last;
    last = x;
    if (Double.isNaN(change)) {
      return Double.NaN; // the first value has no change
    }
    double up = gain.add(change > 0 ? change : 0);
    double down = loss.add(change < 0 ? -change : 0);
    double both = up + down;
    return both == 0 ? 0 : 100 * (up / both);
  }
}
