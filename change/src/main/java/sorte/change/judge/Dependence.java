package sorte.change.judge;

/// Watches whether the differences depend on each other, by their lag-1 autocorrelation, and says
/// in blocks of which lengths a claim must hold.
///
/// Lengths are those at which the sums of neighbouring blocks of an AR(1) correlate by less than
/// 0.05.
final class Dependence {
  /// Of blocks, the first of which is a single difference.
  static final int[] LENGTHS = {1, 10, 20, 40};

  static final int UNMEASURABLE = 0;

  /// Up to here single differences do, once there are [#KNOWN] of them.
  static final double TOLERATED = 0.08;

  /// The same for "not worse", which bets on a mean above a margin: there dependence misleads less.
  private static final double TOLERATED_BY_MARGIN = 0.15;

  /// What is borne at the beginning: a stretch of losses that comes by dependence is then as likely
  /// as one that comes by harm, and looks less dependent than it is.
  private static final double AT_FIRST = 0.02;

  /// Up to here blocks of the same place in [#LENGTHS] do; above the last nothing is measured.
  private static final double[] BEARS = {TOLERATED, 0.35, 0.55, 0.7};

  /// Differences after which the estimate is good enough for what is tolerated.
  private static final int KNOWN = 50;

  private static final int MANY_BLOCKS = 20;

  /// Differences before anything can be estimated.
  private static final int FEWEST = 4;

  /// Of the squares, below which what varies is rounding.
  private static final double NOTHING = 1e-12;

  private double first;
  private double previous;
  private double sum;
  private double sumOfSquares;
  private double sumOfProducts;
  private int seen;
  private double autocorrelation;

  void see(double difference) {
    if (seen == 0) {
      first = difference;
    } else {
      sumOfProducts += previous * difference;
    }
    previous = difference;
    sum += difference;
    sumOfSquares += difference * difference;
    seen++;
    autocorrelation = estimated();
  }

  int seen() {
    return seen;
  }

  /// 0 while there is too little to say anything, or where nothing varies.
  double autocorrelation() {
    return autocorrelation;
  }

  private double estimated() {
    double mean = sum / seen;
    double squares = sumOfSquares - seen * mean * mean;
    if (seen < FEWEST || squares <= NOTHING * sumOfSquares) {
      return 0;
    }
    // the products of what is left of each without the mean
    double products = sumOfProducts - (seen + 1) * mean * mean + mean * (first + previous);
    return products / squares;
  }

  boolean measurable() {
    return seen < KNOWN || autocorrelation() <= BEARS[BEARS.length - 1];
  }

  /// How many of [#LENGTHS], from the first, a claim must hold in.
  int lengths() {
    double known = Math.min(1.0, (double) seen / KNOWN);
    return called(AT_FIRST + (TOLERATED - AT_FIRST) * known);
  }

  /// The same for "better", which nobody waits for: there each length is called for once there are
  /// [#MANY_BLOCKS] of it, also where neighbours show nothing.
  int lengthsForBetter() {
    int called = lengths();
    while (called < LENGTHS.length && seen >= MANY_BLOCKS * LENGTHS[called]) {
      called++;
    }
    return called;
  }

  int lengthsForNotWorse() {
    return called(TOLERATED_BY_MARGIN);
  }

  private int called(double borne) {
    double rho = autocorrelation;
    int called = 1;
    while (called < LENGTHS.length && rho > (called == 1 ? borne : BEARS[called - 1])) {
      called++;
    }
    return called;
  }
}
