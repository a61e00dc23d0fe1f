package sorte.strategy;

/// What a line was n bars ago: `close.above(ago(high, 1))`. First value n bars after the line's.
public final class Ago extends Line {
  private final Line source;
  private final double[] ring;
  private int next;

  Ago(Line source, int bars) {
    super(Period.checked("how many bars ago", bars) + 1, source);
    this.source = source;
    this.ring = new double[bars];
  }

  @Override
  void step() {
    double gone = ring[next];
    ring[next] = source.now();
    next = next + 1 == ring.length ? 0 : next + 1;
    set(gone);
  }
}
