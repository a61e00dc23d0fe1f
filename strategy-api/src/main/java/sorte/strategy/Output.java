package sorte.strategy;

/// One line of an indicator that has several; the indicator sets it.
final class Output extends Line {
  Output(int starts, int first) {
    super(starts, first);
  }

  @Override
  void step() {
    throw new IllegalStateException("an output is set by its indicator");
  }
}
