package sorte.change.judge;

/// Watches the lag-1 autocorrelation of the differences (bounded ones, so that one bar does not
/// decide) and says how many of them the next block takes. Asked before the block begins: the
/// length never depends on what it will hold.
///
/// Lengths are those at which the sums of neighbouring blocks of an AR(1) correlate by at most 0.1.
final class Dependence {
  static final double TOLERATED = 0.1;
  static final int UNMEASURABLE = 0;

  /// Differences before the estimate says anything: below this its own noise is larger than what it
  /// looks for.
  private static final int FROM = 30;

  private double previous;
  private double sum;
  private double sumOfSquares;
  private double sumOfProducts;
  private int seen;

  void see(double bounded) {
    if (seen > 0) {
      sumOfProducts += previous * bounded;
    }
    previous = bounded;
    sum += bounded;
    sumOfSquares += bounded * bounded;
    seen++;
  }

  /// 0 while there is too little to say anything, or where nothing varies.
  double autocorrelation() {
    if (seen < FROM) {
      return 0;
    }
    double mean = sum / seen;
    double variance = sumOfSquares / seen - mean * mean;
    if (variance <= 1e-12) {
      return 0;
    }
    return (sumOfProducts / (seen - 1) - mean * mean) / variance;
  }

  /// Differences in the next block: 1, 4, 8 or 16; [#UNMEASURABLE] where no block tried would do.
  int blockLength() {
    double rho = autocorrelation();
    if (rho <= TOLERATED) {
      return 1;
    }
    if (rho <= 0.3) {
      return 4;
    }
    if (rho <= 0.5) {
      return 8;
    }
    return rho <= 0.7 ? 16 : UNMEASURABLE;
  }
}
