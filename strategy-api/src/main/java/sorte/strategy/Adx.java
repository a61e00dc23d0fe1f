package sorte.strategy;

/// Wilder's average directional index, 0 to 100: how strong the trend is, whichever its direction.
/// First value at index 2n-1, seeded as TA-Lib does: the movements of the first n-1 changes are
/// summed, then smoothed; the first value is the plain mean of n directional indexes. A bar on
/// which nothing moves leaves it as it was.
public final class Adx extends Line {
  private final Line high;
  private final Line low;
  private final TrueRange range;
  private final int n;
  private final WilderMean mean;
  private int bars;
  private double up;
  private double down;
  private double ranges;
  private double last;

  Adx(Tape tape, int period) {
    super(2 * Period.checked("an ADX's period", period), tape.high, tape.low, tape.close);
    this.high = tape.high;
    this.low = tape.low;
    this.range = new TrueRange(tape);
    this.n = period;
    this.mean = new WilderMean(period);
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    if (bars == 0) {
      bars++;
      return Double.NaN; // the first bar has no movement
    }
    double rise = high.now() - high.before();
    double fall = low.before() - low.now();
    double plus = rise > 0 && rise > fall ? rise : 0;
    double minus = fall > 0 && fall > rise ? fall : 0;
    if (bars < n) {
      bars++;
      up += plus;
      down += minus;
      ranges += range.now();
      return Double.NaN;
    }
    up = up - up / n + plus;
    down = down - down / n + minus;
    ranges = ranges - ranges / n + range.now();
    return smoothed();
  }

  private double smoothed() {
    double both = up + down;
    boolean still = ranges == 0 || both == 0;
    if (bars < 2 * n) {
      bars++;
      last = mean.add(still ? 0 : index(both));
    } else if (!still) {
      last = mean.add(index(both));
    }
    return last;
  }

  private double index(double both) {
    return 100 * (Math.abs(down - up) / both);
  }
}
