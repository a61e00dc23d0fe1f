package sorte.strategy;

/// Wilder's average true range, in price. As TA-Lib has it the true ranges start with the second
/// bar and the first value, their plain mean, stands at index n; with [Seed#FIRST_VALUE] they start
/// with the first bar's high less its low, and the first value stands at index n-1.
public final class Atr extends Line {
  private final TrueRange range;
  private final WilderMean mean;
  private final boolean fromFirstBar;
  private boolean begun;

  Atr(Tape tape, int period, Seed seed) {
    super(
        Period.checked("an ATR's period", period) + (seed == Seed.MEAN ? 1 : 0),
        tape.high,
        tape.low,
        tape.close);
    this.range = new TrueRange(tape);
    this.mean = new WilderMean(period);
    this.fromFirstBar = seed == Seed.FIRST_VALUE;
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    if (begun) {
      return mean.add(range.now());
    }
    begun = true;
    return fromFirstBar ? mean.add(range.first()) : Double.NaN;
  }
}
