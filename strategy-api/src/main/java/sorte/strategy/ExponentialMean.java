package sorte.strategy;

/// An exponential average with weight 2/(n+1) on the newest value, seeded as told.
///
/// The two seeds come from two schools, and each is computed as its school does, so that where two
/// averages meet they meet in the same bits: [Seed#MEAN] moves the mean by a share of its distance
/// from the value (TA-Lib); [Seed#FIRST_VALUE] weighs mean and value, and stays where they are
/// equal (pandas).
final class ExponentialMean {
  private final int n;
  private final int skip;
  private final Seed seed;
  private final double weight;
  private final double rest;
  private int seen;
  private double mean;

  ExponentialMean(int n, Seed seed) {
    this(n, seed, 0);
  }

  /// @param skip inputs passed over before the plain mean of a [Seed#MEAN] begins
  ExponentialMean(int n, Seed seed, int skip) {
    this.n = n;
    this.seed = seed;
    this.skip = skip;
    this.weight = 2.0 / (n + 1);
    this.rest = 1 - weight;
  }

  /// Takes in a value, giving the average; with [Seed#MEAN] it counts from the n-th on.
  double add(double x) {
    mean =
        switch (seed) {
          case MEAN -> seen == skip + n ? (x - mean) * weight + mean : plain(x);
          case FIRST_VALUE -> seen == 0 ? first(x) : weighed(x);
        };
    return mean;
  }

  private double plain(double x) {
    seen++;
    if (seen <= skip) {
      return 0;
    }
    double sum = mean + x;
    return seen == skip + n ? sum / n : sum;
  }

  private double first(double x) {
    seen = 1;
    return x;
  }

  private double weighed(double x) {
    return mean == x ? x : (rest * mean + weight * x) / (rest + weight);
  }
}
