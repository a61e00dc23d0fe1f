package sorte.strategy;

/// The weighted moving average: the newest of n values weighs n, the oldest 1. First value at index
/// n-1. Kept by running sums that are summed afresh every n bars, so that no rounding, and no freak
/// price, stays longer than that.
public final class Wma extends Line {
  private final Line source;
  private final double[] ring;
  private final double weights;
  private int next;
  private boolean full;
  private double sum;
  private double weighted;

  Wma(Line source, int period) {
    super(Period.checked("a WMA's period", period), source);
    this.source = source;
    this.ring = new double[period];
    this.weights = 0.5 * period * (period + 1.0);
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    double x = source.now();
    double oldest = ring[next];
    ring[next] = x;
    next++;
    if (next == ring.length) {
      next = 0;
      full = true;
      sumAfresh();
    } else if (full) {
      weighted += ring.length * x - sum;
      sum += x - oldest;
    }
    return weighted / weights;
  }

  private void sumAfresh() {
    sum = 0;
    weighted = 0;
    for (int i = 0; i < ring.length; i++) {
      sum += ring[i];
      weighted += (i + 1) * ring[i];
    }
  }
}
