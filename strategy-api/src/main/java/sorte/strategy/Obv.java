package sorte.strategy;

/// Granville's on-balance volume: the volume of the bars that rose less that of those that fell.
/// First value at index 0, the first bar's volume, as in TA-Lib; its height means nothing, only
/// where it goes.
public final class Obv extends Line {
  private final Line close;
  private final Line volume;
  private double balance;

  Obv(Tape tape) {
    super(1, tape.close, tape.volume);
    this.close = tape.close;
    this.volume = tape.volume;
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    boolean first = Double.isNaN(close.before());
    if (first || close.rising()) {
      balance += volume.now();
    } else if (close.falling()) {
      balance -= volume.now();
    }
    return balance;
  }
}
