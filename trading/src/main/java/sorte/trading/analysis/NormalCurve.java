package sorte.trading.analysis;

/// The standard normal distribution, the same bits on every JVM.
///
/// The probability is right to a relative 1e-12 down to -37, the quantile to an absolute 1e-12
/// between probabilities 1e-300 and 1 - 1e-16; `NormalCurveTest` holds both.
public final class NormalCurve {
  private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

  /// Up to here the series, beyond it the continued fraction: each converges fast on its side.
  private static final double SERIES_UP_TO = 3;

  private static final int FRACTION_TERMS = 300;
  private static final int MOST_TERMS = 200;
  private static final int MOST_STEPS = 60;

  private NormalCurve() {}

  /// The density.
  public static double density(double x) {
    return StrictMath.exp(-x * x / 2) / ROOT_OF_TWO_PI;
  }

  /// The probability of a value of at most `x`.
  public static double probability(double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x > SERIES_UP_TO) {
      return 1 - tail(x);
    }
    return x < -SERIES_UP_TO ? tail(-x) : 0.5 + half(x);
  }

  /// From 0 to x: density times x + x^3/3 + x^5/15 + …, terms of one sign.
  private static double half(double x) {
    double term = x;
    double sum = x;
    for (int k = 1; k < MOST_TERMS && Math.abs(term) > Math.abs(sum) * 1e-18; k++) {
      term *= x * x / (2 * k + 1);
      sum += term;
    }
    return density(x) * sum;
  }

  /// Beyond a large x: density over x + 1/(x + 2/(x + 3/(x + …))).
  private static double tail(double x) {
    double below = x;
    for (int k = FRACTION_TERMS; k >= 1; k--) {
      below = x + k / below;
    }
    return density(x) / below;
  }

  /// The value below which a share `p` lies; infinite at 0 and 1.
  public static double quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a probability must be 0 to 1, was " + p);
    }
    if (p == 0 || p == 1) {
      return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return p > 0.5 ? -lower(1 - p) : lower(p);
  }

  /// Halving from -39 to 0 until near, then Newton's steps on the logarithm, which is concave.
  private static double lower(double p) {
    double low = -39;
    double high = 0;
    for (int i = 0; i < MOST_STEPS; i++) {
      double middle = (low + high) / 2;
      if (probability(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double x = (low + high) / 2;
    double there = probability(x);
    return there == 0 ? x : x - (there - p) / density(x);
  }
}
