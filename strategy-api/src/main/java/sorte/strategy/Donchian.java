package sorte.strategy;

/// Donchian's channel: the highest high and the lowest low of the n bars before this one, so that
/// `close.above(donchian.upper())` can be true; and the middle between them. First value at n.
public final class Donchian extends Step {
  private final Tape tape;
  private final Extreme highest;
  private final Extreme lowest;
  private final Output upper;
  private final Output middle;
  private final Output lower;

  Donchian(Tape tape, int period) {
    super(0, Period.checked("a Donchian period", period));
    this.tape = tape;
    this.highest = Extreme.largest(period);
    this.lowest = Extreme.smallest(period);
    this.upper = new Output(tape, starts, first);
    this.middle = new Output(tape, starts, first);
    this.lower = new Output(tape, starts, first);
  }

  /// The highest high of the bars before.
  public Line upper() {
    return upper;
  }

  /// Halfway between the two.
  public Line middle() {
    return middle;
  }

  /// The lowest low of the bars before.
  public Line lower() {
    return lower;
  }

  @Override
  Line[] lines() {
    return new Line[] {upper, middle, lower};
  }

  @Override
  void step() {
    double top = highest.value();
    double bottom = lowest.value();
    upper.set(top);
    middle.set((top + bottom) / 2);
    lower.set(bottom);
    highest.add(tape.high.now());
    lowest.add(tape.low.now());
  }
}
