package sorte.strategy;

/// Wilder's average: the plain mean of the first n values, then weight 1/n on the newest.
final class WilderMean {
  private final int n;
  private int seen;
  private double mean;

  WilderMean(int n) {
    this.n = n;
  }

  double add(double x) {
    if (seen == n) {
      mean = (mean * (n - 1) + x) / n;
      return mean;
    }
    mean += x;
    if (++seen == n) {
      mean /= n;
    }
    return mean;
  }
}
