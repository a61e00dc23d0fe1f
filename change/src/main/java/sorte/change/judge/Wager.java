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

  /// A score below -1/size ends that bet for good: it has nothing left.
  void see(double score) {
    for (int i = 0; i < sizes.length; i++) {
      double grown = capital[i] * Math.max(0.0, 1.0 + sizes[i] * score);
      capital[i] = Math.min(grown, CEILING);
    }
  }

  double evidence() {
    double sum = 0;
    for (double c : capital) {
      sum += c;
    }
    return sum / capital.length;
  }
}
