package sorte.strategy;

/// The rate of change over n bars, in percent. First value at index n; 0 where the old value is 0,
/// as in TA-Lib.
public final class Roc extends Line {
  private final Line source;
  private final double[] ring;
  private int next;

  Roc(Line source, int period) {
    super(Period.checked("a ROC's period", period) + 1, source);
    this.source = source;
    this.ring = new double[period];
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    double old = ring[next];
    ring[next] = source.now();
    next = next + 1 == ring.length ? 0 : next + 1;
    return old == 0 ? 0 : (source.now() / old - 1) * 100;
  }
}
