package sorte.strategy;

/// An exponential average with weight 2/(n+1) on the newest value, seeded as told.
final class ExponentialMean {
  private final int n;
  private final int skip;
  private final Seed seed;
  private final double weight;
  private int seen;
  private double mean;

  ExponentialMean(int n, Seed seed) {
    this(n, seed, 0);
  }

  /// @param skip inputs passed over before the plain mean of a [Seed#MEAN] begins
  ExponentialMean(int n, Seed seed, int skip) {
    this.n = n;
    this.seed = seed;
    this.skip = seed == Seed.MEAN ? skip : 0;
    this.weight = 2.0 / (n + 1);
  }

  /// Takes in a value, giving the average; with [Seed#MEAN] it counts from the n-th on.
  double add(double x) {
    if (seen >= skip + n) {
      mean = (x - mean) * weight + mean;
      return mean;
    }
    return warm(x);
  }

  private double warm(double x) {
    seen++;
    switch (seed) {
      case FIRST_VALUE -> mean = seen == 1 ? x : (x - mean) * weight + mean;
      case MEAN -> {
        if (seen > skip) {
          mean += x;
        }
        if (seen == skip + n) {
          mean /= n;
        }
      }
    }
    return mean;
  }
}
