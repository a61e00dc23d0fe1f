package sorte.strategy;

/// Williams' %R, -100 to 0: how far the close is below the highest high of n bars, in percent of
/// their range. Where the range is 0 it stays as it was (-50 before there was one). First value at
/// n-1.
public final class Williams extends Line {
  private final Tape tape;
  private final Extreme highest;
  private final Extreme lowest;
  private double last = -50;

  Williams(Tape tape, int period) {
    super(Period.checked("a Williams %R's period", period), tape.high, tape.low, tape.close);
    this.tape = tape;
    this.highest = Extreme.largest(period);
    this.lowest = Extreme.smallest(period);
  }

  @Override
  void step() {
    highest.add(tape.high.now());
    lowest.add(tape.low.now());
    double range = highest.value() - lowest.value();
    if (range > 0) {
      last = -100 * ((highest.value() - tape.close.now()) / range);
    }
    set(last);
  }
}
