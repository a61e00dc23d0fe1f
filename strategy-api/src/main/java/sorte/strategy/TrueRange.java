package sorte.strategy;

/// The part of the price line a bar covers, counting the gap from the close before.
final class TrueRange {
  private final Line high;
  private final Line low;
  private final Line close;

  TrueRange(Tape tape) {
    this.high = tape.high;
    this.low = tape.low;
    this.close = tape.close;
  }

  /// Of a bar that has one before it.
  double now() {
    double gapUp = Math.abs(high.now() - close.before());
    double gapDown = Math.abs(low.now() - close.before());
    return Math.max(high.now() - low.now(), Math.max(gapUp, gapDown));
  }

  /// Of the first bar: its high less its low.
  double first() {
    return high.now() - low.now();
  }
}
