package sorte.strategy;

/// A line of the bar itself: open, high, low, close or volume.
final class Price extends Line {
  Price(Tape tape, String name) {
    super(tape, 0, 0);
    key = name;
    placed = true;
  }

  @Override
  void step() {
    throw new IllegalStateException("a price is set by the tape");
  }
}
