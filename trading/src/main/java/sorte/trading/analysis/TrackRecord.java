package sorte.trading.analysis;

/// How far a Sharpe ratio can be believed (Bailey and Lopez de Prado 2012). All ratios are per
/// period, never annual; the kurtosis is not the excess one.
///
/// @param sharpe per period
/// @param count how many returns it was made of
public record TrackRecord(double sharpe, double count, double skewness, double kurtosis) {

  public TrackRecord {
    if (!(count > 1)) {
      throw new IllegalArgumentException("a track record needs 2 returns or more, had " + count);
    }
    if (!(spread(sharpe, skewness, kurtosis) > 0)) {
      throw new IllegalArgumentException(
          "no distribution has Sharpe %s with skewness %s and kurtosis %s"
              .formatted(sharpe, skewness, kurtosis));
    }
  }

  /// Of returns that differ.
  public static TrackRecord of(Moments moments) {
    return new TrackRecord(
        moments.sharpe(), moments.count(), moments.skewness(), moments.kurtosis());
  }

  /// The squared error of a Sharpe ratio, times the periods.
  private static double spread(double sharpe, double skewness, double kurtosis) {
    return 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
  }

  /// The probability that the true ratio is above `benchmark`: the probabilistic Sharpe ratio.
  public double probabilityAbove(double benchmark) {
    double error = Math.sqrt(spread(sharpe, skewness, kurtosis));
    return NormalCurve.probability((sharpe - benchmark) * Math.sqrt(count - 1) / error);
  }

  /// The deflated Sharpe ratio: the probability that the true ratio is above what the best of so
  /// many worthless trials would have shown.
  ///
  /// @param variance of the trials' Sharpe ratios, per period
  /// @param trials every one that was ever made
  public double deflated(double variance, double trials) {
    return probabilityAbove(Selection.luckiest(variance, trials));
  }

  /// How many periods it takes to say with `confidence` that the true ratio is above `benchmark`;
  /// infinite where this one is not.
  public double periodsNeeded(double benchmark, double confidence) {
    if (sharpe <= benchmark) {
      return Double.POSITIVE_INFINITY;
    }
    double z = NormalCurve.quantile(confidence) / (sharpe - benchmark);
    return 1 + spread(sharpe, skewness, kurtosis) * z * z;
  }
}
