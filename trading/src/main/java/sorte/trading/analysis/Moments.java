package sorte.trading.analysis;

/// The moments of a series of returns, per period.
///
/// @param count how many returns
/// @param deviation of a sample (n - 1)
/// @param skewness of the population
/// @param kurtosis of the population, not the excess: 3 for normal returns
public record Moments(int count, double mean, double deviation, double skewness, double kurtosis) {

  /// The fewest returns that have a deviation.
  public static final int FEWEST = 2;

  /// Of returns that differ.
  public static Moments of(double[] returns) {
    int n = returns.length;
    if (n < FEWEST) {
      throw new IllegalArgumentException("moments need 2 returns or more, there were " + n);
    }
    double sum = 0;
    for (double r : returns) {
      sum += r;
    }
    double mean = sum / n;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double r : returns) {
      double apart = r - mean;
      double square = apart * apart;
      second += square;
      third += square * apart;
      fourth += square * square;
    }
    double variance = second / n;
    return new Moments(
        n,
        mean,
        Math.sqrt(second / (n - 1)),
        third / n / (variance * Math.sqrt(variance)),
        fourth / n / (variance * variance));
  }

  /// The ratio per period, no riskless return; NaN where returns do not differ.
  public double sharpe() {
    return deviation == 0 ? Double.NaN : mean / deviation;
  }
}
