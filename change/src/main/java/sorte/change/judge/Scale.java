package sorte.change.judge;

/// The size of a bar's return, known before the next bar: mean absolute value times sqrt(pi/2),
/// which is the standard deviation where returns are normal and less than it where tails are heavy.
/// So the margin, which is a share of it, errs towards strict, and one wild bar does not widen it.
/// Bars at exactly zero (flat) do not count.
final class Scale {
  private static final double SQRT_HALF_PI = 1.2533141373155003;

  /// After so many bars the estimate forgets at the rate 1/MEMORY: it follows the market's changes
  /// of mood.
  private static final int MEMORY = 200;

  private double meanAbsolute;
  private int seen;

  void see(double value) {
    if (value == 0.0) {
      return;
    }
    seen++;
    meanAbsolute += (Math.abs(value) - meanAbsolute) / Math.min(seen, MEMORY);
  }

  int seen() {
    return seen;
  }

  double value() {
    return meanAbsolute * SQRT_HALF_PI;
  }
}
