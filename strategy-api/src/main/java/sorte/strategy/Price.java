package sorte.strategy;

/// A line of the bar itself: open, high, low, close or volume.
final class Price extends Line {
  Price() {
    super(0, 0);
  }

  @Override
  void step() {
    throw new IllegalStateException("a price is set by the tape");
  }
}
