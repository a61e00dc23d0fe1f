package sorte.trading.market;

/// SplitMix64 (Steele, Lea, Flood 2014), spelled out so that a seed means the same bits on every
/// JDK.
public final class SplitMix {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double TWO_TO_MINUS_53 = 0x1p-53;

  private long state;
  private double spare = Double.NaN;

  public SplitMix(long seed) {
    this.state = seed;
  }

  public long nextLong() {
    state += GOLDEN;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// Uniform above 0, at most 1: its logarithm is finite.
  public double uniform() {
    return ((nextLong() >>> 11) + 1) * TWO_TO_MINUS_53;
  }

  /// Standard normal, by the polar method.
  public double normal() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    double u;
    double v;
    double square;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = v * scale;
    return u * scale;
  }

  /// Exponential with this mean.
  double exponential(double mean) {
    return -mean * StrictMath.log(uniform());
  }

  /// Uniform among `0` to `bound - 1`, none favoured.
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a bound must be above 0, was " + bound);
    }
    long limit = (1L << 31) / bound * bound;
    long drawn;
    do {
      drawn = nextLong() >>> 33;
    } while (drawn >= limit);
    return (int) (drawn % bound);
  }
}
