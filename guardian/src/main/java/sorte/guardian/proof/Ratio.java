package sorte.guardian.proof;

import java.util.Arrays;
import sorte.trading.market.SplitMix;

/// How much more one of two took than the other, over pairs that were taken side by side: all of
/// the one by all of the other, and between which two values that lies whichever pairs one happens
/// to have (the bootstrap's percentiles; Efron 1979). Noise that meets both goes out; noise that
/// meets one widens the interval.
///
/// @param low where nothing can be said 0
/// @param high where nothing can be said infinite
record Ratio(double middle, double low, double high) {

  /// Draws of as many pairs as there are, with putting back.
  static final int DRAWS = 1_000;

  /// Of these draws, how many lie outside of the interval on each side.
  static final int OUTSIDE = 5;

  private static final long SEED = 20_250_301;

  /// @param one as many as `other`
  static Ratio of(long[] one, long[] other) {
    if (one.length == 0) {
      return new Ratio(Double.NaN, 0, Double.POSITIVE_INFINITY);
    }
    SplitMix random = new SplitMix(SEED);
    double[] drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      long its = 0;
      long others = 0;
      for (int i = 0; i < one.length; i++) {
        int pair = random.below(one.length);
        its += one[pair];
        others += other[pair];
      }
      drawn[draw] = by(its, others);
    }
    Arrays.sort(drawn);
    double middle = by(Arrays.stream(one).sum(), Arrays.stream(other).sum());
    double low = drawn[OUTSIDE];
    return new Ratio(middle, Double.isNaN(low) ? 0 : low, high(drawn[DRAWS - 1 - OUTSIDE]));
  }

  private static double by(long one, long other) {
    return other > 0 ? (double) one / other : Double.NaN;
  }

  /// What is no number is sorted behind all numbers.
  private static double high(double drawn) {
    return Double.isNaN(drawn) ? Double.POSITIVE_INFINITY : drawn;
  }
}
