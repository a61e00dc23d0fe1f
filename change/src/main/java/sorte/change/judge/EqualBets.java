package sorte.change.judge;

/// The wager on "not worse", in the bet that grows fastest where the versions are equal: the margin
/// over the mean square of what is bet on (Kelly), as the past has it. One bet that knows its
/// alternative loses nothing to others that do not.
final class EqualBets {
  /// The largest bet where losses have no bound: a loss of 2.2 scales ends it.
  static final double LARGEST_UNBOUNDED = 0.45;

  private static final int MEMORY = 200;

  /// Values that the first mean square, 1, counts for.
  private static final int PRIOR = 4;

  /// A square above this counts as this: one wild bar does not stop the betting.
  private static final double LARGEST_SQUARE = 16;

  private final double largest;
  private double capital = 1;
  private double meanSquare = 1;
  private int seen;

  EqualBets(double largest) {
    this.largest = largest;
  }

  /// @param value a difference in deviations; its mean is at most `-margin` where the null holds
  void see(double value, double margin) {
    double size = Math.min(largest, margin / (meanSquare + margin * margin));
    capital = Wager.after(capital, size, Math.min(value + margin, Odd.HIGHEST));
    seen++;
    meanSquare +=
        (Math.min(value * value, LARGEST_SQUARE) - meanSquare) / Math.min(seen + PRIOR, MEMORY);
  }

  double evidence() {
    return capital;
  }
}
