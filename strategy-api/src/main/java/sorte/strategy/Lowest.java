package sorte.strategy;

/// The lowest value of the n bars before this one, so that `close.below(lowest)` can be true. First
/// value at index n.
public final class Lowest extends Line {
  private final Line source;
  private final Extreme extreme;

  Lowest(Line source, int period) {
    super(Period.checked("a lowest's period", period) + 1, source);
    this.source = source;
    this.extreme = Extreme.smallest(period);
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
