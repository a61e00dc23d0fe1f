package sorte.data.store;

import java.util.Arrays;
import sorte.trading.market.Bars;

/// Prices out of all proportion. A bar's reach is how far its high or low is from the close before,
/// as a fraction; what is usual is the median reach of the block of bars before its own (of its own
/// block for the first). A bar is an outlier when it reaches [Survey#OUTLIER_TIMES] times as far as
/// usual and at least [Survey#OUTLIER_LEAST].
final class Outliers {
  private final Bars bars;

  Outliers(Bars bars) {
    this.bars = bars;
  }

  interface Each {
    void outlier(int bar, double timesTheUsual);
  }

  void each(Each each) {
    double[] block = new double[Survey.BLOCK];
    double usual = Double.NaN;
    for (int from = 1; from < bars.size(); from += Survey.BLOCK) {
      int count = Math.min(Survey.BLOCK, bars.size() - from);
      for (int i = 0; i < count; i++) {
        block[i] = reach(from + i);
      }
      double own = median(block, count);
      double held = Double.isNaN(usual) ? own : usual;
      for (int i = 0; i < count; i++) {
        if (block[i] >= Survey.OUTLIER_LEAST && block[i] > Survey.OUTLIER_TIMES * held) {
          each.outlier(from + i, held == 0 ? Double.POSITIVE_INFINITY : block[i] / held);
        }
      }
      usual = own;
    }
  }

  private double reach(int bar) {
    double last = bars.close(bar - 1);
    return Math.max(Math.abs(bars.high(bar) / last - 1), Math.abs(bars.low(bar) / last - 1));
  }

  private static double median(double[] values, int count) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[count / 2];
  }
}
