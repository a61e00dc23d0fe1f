package sorte.change.judge;

/// The normal-mixture confidence sequence of Howard, Ramdas, McAuliffe and Sekhon (2021): an
/// interval that holds at all times at once, with a chance of `1 - alpha`. With the variance
/// estimated it is asymptotic (Waudby-Smith and others, 2021); it informs people, and decides
/// nothing.
public final class ConfidenceSequence {
  private final double alpha;
  private final double rho;

  private ConfidenceSequence(double alpha, double rho) {
    this.alpha = alpha;
    this.rho = rho;
  }

  /// @param variance the intrinsic time at which the interval is as narrow as it can be
  public static ConfidenceSequence optimisedAt(double variance, double alpha) {
    if (!(variance > 0) || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "variance must be above zero and alpha between 0 and 1, were "
              + variance
              + " and "
              + alpha);
    }
    double twice = -2 * StrictMath.log(alpha);
    return new ConfidenceSequence(alpha, variance / (twice + StrictMath.log(1 + twice)));
  }

  public double rho() {
    return rho;
  }

  /// Log of the two-sided mixture martingale at sum `s` and intrinsic time `v`.
  public double logMixture(double s, double v) {
    return s * s / (2 * (v + rho)) - 0.5 * StrictMath.log((v + rho) / rho);
  }

  /// How far the sum may stray by intrinsic time `v`.
  public double bound(double v) {
    return StrictMath.sqrt(
        (v + rho) * (StrictMath.log((v + rho) / rho) - 2 * StrictMath.log(alpha)));
  }
}
