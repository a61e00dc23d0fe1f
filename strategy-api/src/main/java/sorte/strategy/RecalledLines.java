package sorte.strategy;

/// An indicator of several lines whose numbers were written down before: gives them again.
final class RecalledLines extends Step {
  private final Line[] lines;
  private final double[][] written;
  private int bar;

  RecalledLines(Step of, double[][] written) {
    super(0, of.first);
    this.lines = of.lines();
    this.written = written;
  }

  @Override
  boolean lay(int count) {
    for (int i = 0; i < lines.length; i++) {
      lines[i].lay(written[i], bar);
    }
    bar += count;
    return true;
  }

  @Override
  Line[] lines() {
    return lines.clone();
  }

  @Override
  void step() {
    for (int i = 0; i < lines.length; i++) {
      lines[i].set(written[i][bar]);
    }
    bar++;
  }
}
