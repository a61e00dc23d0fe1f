package sorte.strategy;

/// The highest value of the n bars before this one, so that `close.above(highest)` can be true.
/// First value at index n.
public final class Highest extends Line {
  private final Line source;
  private final Extreme extreme;

  Highest(Line source, int period) {
    super(Period.checked("a highest's period", period) + 1, source);
    this.source = source;
    this.extreme = Extreme.largest(period);
  }

  @Override
  void step() {
    set(next());
  }

  private double next() {
    double before = extreme.value();
    extreme.add(source.now());
    return before;
  }
}
