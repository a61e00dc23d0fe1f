package sorte.change.judge;

/// The mean difference a bar over all pairs, ties included, with its interval: what people are
/// shown in money.
final class MeanDifference {
  private static final double ALPHA = 0.05;
  private static final double NARROWEST_AT_PAIRS = 500;

  private final ConfidenceSequence sequence =
      ConfidenceSequence.optimisedAt(NARROWEST_AT_PAIRS, ALPHA);
  private long pairs;
  private double mean;
  private double squares;

  void see(double d) {
    pairs++;
    double delta = d - mean;
    mean += delta / pairs;
    squares += delta * (d - mean);
  }

  Interval interval() {
    if (pairs == 0) {
      return new Interval(0, 0, 0);
    }
    double deviation = StrictMath.sqrt(squares / pairs);
    double half = deviation * sequence.bound(pairs) / pairs;
    return new Interval(mean - half, mean, mean + half);
  }
}
