package sorte.strategy;

/// An indicator of one line whose numbers were written down before: gives them again.
final class Recalled extends Step {
  private final Line line;
  private final double[] written;
  private int bar;

  Recalled(Line line, double[] written) {
    super(0, line.first);
    this.line = line;
    this.written = written;
  }

  @Override
  boolean lay(int count) {
    line.lay(written, bar);
    bar += count;
    return true;
  }

  @Override
  Line[] lines() {
    return new Line[] {line};
  }

  @Override
  void step() {
    line.set(written[bar++]);
  }
}
