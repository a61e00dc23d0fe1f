package sorte.trading.analysis;

/// What choosing the best of many trials does to a Sharpe ratio.
public final class Selection {
  private static final double EULER = 0.5772156649015329;

  private Selection() {}

  /// The expected maximum of so many independent standard normal values, by extreme value theory
  /// (Bailey and Lopez de Prado 2014); 0 for one.
  public static double expectedMaximum(double trials) {
    if (!(trials >= 1 && trials < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("trials must be 1 or more, were " + trials);
    }
    return trials == 1
        ? 0
        : (1 - EULER) * NormalCurve.quantile(1 - 1 / trials)
            + EULER * NormalCurve.quantile(1 - 1 / (trials * Math.E));
  }

  /// The Sharpe ratio per period that the luckiest of so many worthless trials is expected to show.
  ///
  /// @param variance of the trials' Sharpe ratios, per period
  public static double luckiest(double variance, double trials) {
    if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a variance must be 0 or more, was " + variance);
    }
    return Math.sqrt(variance) * expectedMaximum(trials);
  }

  /// Years of data below which the best of so many worthless trials is expected to show an annual
  /// Sharpe ratio of `sharpe` (Bailey, Borwein, Lopez de Prado, Zhu 2014).
  public static double yearsNeeded(double trials, double sharpe) {
    if (!(sharpe > 0)) {
      throw new IllegalArgumentException("an annual Sharpe must be above 0, was " + sharpe);
    }
    double ratio = expectedMaximum(trials) / sharpe;
    return ratio * ratio;
  }
}
