package sorte.benchmarks;

/// What a programmer would write for this one strategy and nothing else: SMA(10) against SMA(20) in
/// one pass over arrays, in doubles, long only, filled at the next open, whole units, a fee, equity
/// and drawdown at each bar. The measure that the engine is held against.
final class HandWritten {
  private final double[] open;
  private final double[] close;
  private final double fee;
  private final double start;
  private final double[] equity;
  private double deepest;
  private int trades;

  HandWritten(double[] open, double[] close, double fee, double start) {
    this.start = start;
    this.open = open;
    this.close = close;
    this.fee = fee;
    this.equity = new double[open.length];
  }

  /// The equity at the end.
  double run(int fastPeriod, int slowPeriod) {
    double fast = 0;
    double slow = 0;
    double cash = start;
    double quantity = 0;
    double before = 0;
    int order = 0;
    double peak = cash;
    deepest = 0;
    trades = 0;
    for (int i = 0; i < close.length; i++) {
      if (order > 0) {
        quantity = Math.floor(cash / (open[i] * (1 + fee)));
        cash -= quantity * open[i] * (1 + fee);
        trades++;
      } else if (order < 0) {
        cash += quantity * open[i] * (1 - fee);
        quantity = 0;
      }
      order = 0;
      double price = close[i];
      fast += price - (i >= fastPeriod ? close[i - fastPeriod] : 0);
      slow += price - (i >= slowPeriod ? close[i - slowPeriod] : 0);
      double now = cash + quantity * price;
      equity[i] = now;
      peak = Math.max(peak, now);
      deepest = Math.max(deepest, (peak - now) / peak);
      double difference = fast / fastPeriod - slow / slowPeriod;
      if (i >= slowPeriod) {
        if (quantity == 0 && before < 0 && difference > 0) {
          order = 1;
        } else if (quantity > 0 && before > 0 && difference < 0) {
          order = -1;
        }
      }
      before = difference;
    }
    return equity[equity.length - 1];
  }

  double deepest() {
    return deepest;
  }

  int trades() {
    return trades;
  }
}
