package sorte.strategy;

/// One of Wilder's directional indicators, 0 to 100: the movements up (or down) of n bars in
/// percent of their true ranges, smoothed as he does. First value at index n; a stretch without
/// range gives 0.
public final class Directional extends Line {
  private final Line high;
  private final Line low;
  private final TrueRange range;
  private final boolean up;
  private final int n;
  private int bars;
  private double moved;
  private double ranges;

  Directional(Tape tape, int period, boolean up) {
    super(Period.checked("a directional indicator's period", period) + 1, tape.high, tape.low);
    this.high = tape.high;
    this.low = tape.low;
    this.range = new TrueRange(tape);
    this.up = up;
    this.n = period;
  }

  @Override
  void step() {
    if (bars == 0) {
      bars++;
      set(Double.NaN); // the first bar has no movement
      return;
    }
    double rise = high.now() - high.before();
    double fall = low.before() - low.now();
    double mine = up ? rise : fall;
    double step = mine > 0 && mine > (up ? fall : rise) ? mine : 0;
    boolean whole = bars >= n;
    moved = (whole ? moved - moved / n : moved) + step;
    ranges = (whole ? ranges - ranges / n : ranges) + range.now();
    bars += whole ? 0 : 1;
    set(ranges == 0 ? 0 : 100 * (moved / ranges));
  }
}
