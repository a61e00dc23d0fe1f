package sorte.strategy;

/// Something brought up to date once a bar, in the order of declaration.
abstract class Step {
  /// The first bar at which the inputs have a value, and so the first one stepped.
  final int starts;

  /// The first bar at which the result counts as a value.
  final int first;

  Step(int starts, int first) {
    this.starts = starts;
    this.first = first;
  }

  /// Takes in the bar at hand.
  abstract void step();

  /// Takes in `count` bars at once and lays its lines, where it has a way of its own; else false,
  /// and nothing was done. The lines it reads are laid.
  boolean lay(int count) {
    return false;
  }

  /// The lines it brings up to date, always in the same order.
  abstract Line[] lines();
}
