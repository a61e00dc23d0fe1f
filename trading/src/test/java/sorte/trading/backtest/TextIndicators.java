package sorte.trading.backtest;

import java.util.Arrays;
import sorte.trading.market.Bars;

/// The indicators of the six reference strategies, whole series at once, from the text.
final class TextIndicators {
  final double[] sma10;
  final double[] sma20;
  final double[] upper;
  final double[] rsi14;
  final double[] macd;
  final double[] signal;
  final double[] highest20;
  final double[] lowest10;
  final double[] atr20;

  TextIndicators(Bars bars) {
    int n = bars.size();
    double[] close = new double[n];
    for (int i = 0; i < n; i++) {
      close[i] = bars.close(i);
    }
    sma10 = mean(close, 10);
    sma20 = mean(close, 20);
    upper = upper(close, sma20);
    rsi14 = rsi(close, 14);
    double[] fast = ema(close, 12);
    double[] slow = ema(close, 26);
    macd = new double[n];
    for (int i = 0; i < n; i++) {
      macd[i] = fast[i] - slow[i];
    }
    signal = ema(macd, 9);
    highest20 = none(n);
    lowest10 = none(n);
    for (int i = 20; i < n; i++) {
      double highest = bars.high(i - 20);
      for (int j = i - 20; j < i; j++) {
        highest = Math.max(highest, bars.high(j));
      }
      highest20[i] = highest;
    }
    for (int i = 10; i < n; i++) {
      double lowest = bars.low(i - 10);
      for (int j = i - 10; j < i; j++) {
        lowest = Math.min(lowest, bars.low(j));
      }
      lowest10[i] = lowest;
    }
    atr20 = atr(bars, 20);
  }

  private static double[] none(int n) {
    double[] values = new double[n];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /// A running sum with Kahan's compensation, apart for what comes and what goes; a window of equal
  /// values is that value.
  private static double[] mean(double[] x, int period) {
    double[] out = none(x.length);
    double sum = 0;
    double coming = 0;
    double going = 0;
    int same = 0;
    for (int i = 0; i < x.length; i++) {
      if (i >= period) {
        double y = -x[i - period] - going;
        double t = sum + y;
        going = t - sum - y;
        sum = t;
      }
      double y = x[i] - coming;
      double t = sum + y;
      coming = t - sum - y;
      sum = t;
      same = i > 0 && x[i] == x[i - 1] ? same + 1 : 1;
      if (i >= period - 1) {
        out[i] = same >= period ? x[i] : sum / period;
      }
    }
    return out;
  }

  private static double[] upper(double[] x, double[] middle) {
    double[] out = none(x.length);
    for (int i = 19; i < x.length; i++) {
      double mean = 0;
      for (int j = i - 19; j <= i; j++) {
        mean += x[j] / 20;
      }
      double squares = 0;
      for (int j = i - 19; j <= i; j++) {
        squares += (x[j] - mean) * (x[j] - mean);
      }
      out[i] = middle[i] + 2 * Math.sqrt(squares / 20);
    }
    return out;
  }

  private static double[] rsi(double[] x, int period) {
    double[] out = none(x.length);
    double gain = 0;
    double loss = 0;
    for (int i = 1; i < x.length; i++) {
      double change = x[i] - x[i - 1];
      if (i <= period) {
        gain += Math.max(0, change) / period;
        loss += Math.max(0, -change) / period;
      } else {
        gain = (gain * (period - 1) + Math.max(0, change)) / period;
        loss = (loss * (period - 1) + Math.max(0, -change)) / period;
      }
      if (i >= period) {
        out[i] = gain + loss == 0 ? 0 : 100 * gain / (gain + loss);
      }
    }
    return out;
  }

  private static double[] ema(double[] x, int period) {
    double[] out = new double[x.length];
    double alpha = 2.0 / (period + 1);
    for (int i = 0; i < x.length; i++) {
      out[i] = i == 0 ? x[0] : alpha * x[i] + (1 - alpha) * out[i - 1];
    }
    return out;
  }

  private static double[] atr(Bars bars, int period) {
    double[] out = none(bars.size());
    double average = 0;
    for (int i = 0; i < bars.size(); i++) {
      double range = bars.high(i) - bars.low(i);
      if (i > 0) {
        double before = bars.close(i - 1);
        range =
            Math.max(
                range, Math.max(Math.abs(bars.high(i) - before), Math.abs(bars.low(i) - before)));
      }
      average = i < period ? average + range / period : (average * (period - 1) + range) / period;
      if (i >= period - 1) {
        out[i] = average;
      }
    }
    return out;
  }
}
