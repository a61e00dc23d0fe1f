package sorte.strategy;

/// One line of an indicator that has several; the indicator sets it.
final class Output extends Line {
  Output(Tape tape, int starts, int first) {
    super(tape, starts, first);
    placed = true;
    tape.lines.output(this);
  }

  @Override
  void step() {
    throw new IllegalStateException("an output is set by its indicator");
  }
}
