package sorte.strategy;

/// Lambert's commodity channel index: how far the typical price (high, low and close, a third each)
/// is from its mean over n bars, in units of 0.015 mean absolute deviations. First value at index
/// n-1; 0 where nothing moved.
public final class Cci extends Line {
  private static final double LAMBERT = 0.015;

  private final double[] ring;
  private int next;

  Cci(Tape tape, int period) {
    super(Period.checked("a CCI's period", period), tape.high, tape.low, tape.close);
    this.ring = new double[period];
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    double typical = (tape.high.now() + tape.low.now() + tape.close.now()) / 3;
    ring[next] = typical;
    next = next + 1 == ring.length ? 0 : next + 1;
    double sum = 0;
    for (double x : ring) {
      sum += x;
    }
    double mean = sum / ring.length;
    double distance = 0;
    for (double x : ring) {
      distance += Math.abs(x - mean);
    }
    double away = typical - mean;
    return away == 0 || distance == 0 ? 0 : away / (LAMBERT * (distance / ring.length));
  }
}
