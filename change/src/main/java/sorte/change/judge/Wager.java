package sorte.change.judge;

import java.util.Arrays;

/// An e-process: capital that starts at 1 and bets on one claim against its null, spread evenly
/// over several bet sizes. Each bet multiplies by `1 + size x score`; where the null holds the
/// score's conditional mean is at most 0, so the capital does not grow on average, however long and
/// however often one looks.
///
/// Only additions and multiplications: the same scores give the same bits on every machine.
final class Wager {
  /// Capital above this is kept as this: far over every line, and far from infinity.
  private static final double CEILING = 1e200;

  private final double[] sizes;
  private final double[] capital;

  Wager(double... sizes) {
    this.sizes = sizes.clone();
    this.capital = new double[sizes.length];
    Arrays.fill(capital, 1.0);
  }

  void see(double score) {
    for (int i = 0; i < sizes.length; i++) {
      capital[i] = after(capital[i], sizes[i], score);
    }
  }

  /// The capital after one bet. No bet wins more than it can lose: where the market has just become
  /// wilder than the scale knows, a loss is cut at all that was bet, and then a gain is too. So a
  /// score below -1/size ends the bet for good, and one above doubles it at most.
  static double after(double capital, double size, double score) {
    return Math.min(capital * (1.0 + Math.clamp(size * score, -1.0, 1.0)), CEILING);
  }

  double evidence() {
    double sum = 0;
    for (double c : capital) {
      sum += c;
    }
    return sum / capital.length;
  }
}
