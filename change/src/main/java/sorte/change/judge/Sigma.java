package sorte.change.judge;

/// The standard deviation of the stable version's bar, known before the next bar, out of the bars
/// it held. A bar beyond [#WILDEST] times the mean absolute return counts as that: one wild bar
/// does not widen the margin, which is a share of this, and where tails are heavy the margin errs
/// towards strict. So it does where the market's mood changes: the lesser of the recent deviation
/// and that of all bars counts.
final class Sigma {
  /// After so many bars the estimate forgets at the rate 1/MEMORY.
  private static final int MEMORY = 200;

  private static final double WILDEST = 11;

  private double meanAbsolute;
  private double meanSquare;
  private double meanSquareOfAll;
  private int seen;

  void see(double value) {
    if (value == 0.0) {
      return;
    }
    seen++;
    int weight = Math.min(seen, MEMORY);
    double size = Math.abs(value);
    meanAbsolute += (size - meanAbsolute) / weight;
    double counted = Math.min(size, WILDEST * meanAbsolute);
    meanSquare += (counted * counted - meanSquare) / weight;
    meanSquareOfAll += (counted * counted - meanSquareOfAll) / seen;
  }

  int seen() {
    return seen;
  }

  double value() {
    return StrictMath.sqrt(Math.min(meanSquare, meanSquareOfAll));
  }
}
