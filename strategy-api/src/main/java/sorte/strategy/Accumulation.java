package sorte.strategy;

/// Chaikin's accumulation and distribution: volume, weighted by where in its range a bar closes,
/// summed from the first bar on. A bar without range adds nothing. First value at index 0.
public final class Accumulation extends Line {
  private final Tape tape;
  private double sum;

  Accumulation(Tape tape) {
    super(1, tape.high, tape.low, tape.close, tape.volume);
    this.tape = tape;
  }

  @Override
  void step() {
    double h = tape.high.now();
    double l = tape.low.now();
    double c = tape.close.now();
    if (h > l) {
      sum += ((c - l) - (h - c)) / (h - l) * tape.volume.now();
    }
    set(sum);
  }
}
