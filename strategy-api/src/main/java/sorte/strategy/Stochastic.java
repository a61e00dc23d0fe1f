package sorte.strategy;

/// The stochastic oscillator, 0 to 100: %K is the close within the range of the last k bars, %D the
/// simple average of %K over d: `stochastic.k().crossesAbove(stochastic.d())`. With a slowing, %K
/// is averaged over that many bars first. Both lines have their first value at index k + slowing +
/// d - 3. Where the range is nothing %K is 0, as in TA-Lib.
public final class Stochastic extends Step {
  private final Tape tape;
  private final Extreme highest;
  private final Extreme lowest;
  private final RollingMean slowing;
  private final RollingMean average;
  private final Output k;
  private final Output d;
  private int hidden;

  Stochastic(Tape tape, int k, int slowing, int d) {
    super(0, checked(k) + checked(slowing) + checked(d) - 3);
    this.tape = tape;
    this.highest = Extreme.largest(k);
    this.lowest = Extreme.smallest(k);
    this.slowing = new RollingMean(slowing);
    this.average = new RollingMean(d);
    this.k = new Output(tape, starts, first);
    this.d = new Output(tape, starts, first);
    this.hidden = k - 1;
  }

  private static int checked(int period) {
    return Period.checked("a period of the stochastic", period);
  }

  /// The close within the range of the last bars.
  public Line k() {
    return k;
  }

  /// The average of [#k].
  public Line d() {
    return d;
  }

  @Override
  Line[] lines() {
    return new Line[] {k, d};
  }

  @Override
  void step() {
    double top = highest.add(tape.high.now());
    double bottom = lowest.add(tape.low.now());
    if (hidden > 0) {
      hidden--;
      return;
    }
    double span = top - bottom;
    double raw = span == 0 ? 0 : 100 * ((tape.close.now() - bottom) / span);
    double percent = slowing.add(raw);
    k.set(percent);
    if (slowing.full()) {
      d.set(average.add(percent));
    }
  }
}
