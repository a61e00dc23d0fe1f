package sorte.strategy;

/// The mean of the last n values, with the bits that pandas gives it: what is added and what is
/// removed are compensated apart (Kahan), and a window of one value is that value. Where two
/// averages tie the last bit decides a crossing, so the order of the operations here is part of
/// what a strategy does.
final class RollingMean {
  private final double[] ring;
  private int next;
  private int held;
  private double sum;
  private double addedError;
  private double removedError;
  private double last = Double.NaN;
  private int same;
  private int negatives;

  RollingMean(int n) {
    ring = new double[n];
  }

  /// Takes in a value, giving the mean of those held.
  double add(double x) {
    if (held == ring.length) {
      remove(ring[next]);
    } else {
      held++;
    }
    ring[next] = x;
    next = next + 1 == ring.length ? 0 : next + 1;
    double y = x - addedError;
    double t = sum + y;
    addedError = t - sum - y;
    sum = t;
    negatives += sign(x);
    same = x == last ? same + 1 : 1;
    last = x;
    return mean();
  }

  /// Whether it holds n values.
  boolean full() {
    return held == ring.length;
  }

  /// The square root of the mean squared distance of the values held from their mean.
  double deviation(double mean) {
    if (same >= held) {
      return 0;
    }
    double a = 0;
    double b = 0;
    int i = 0;
    for (; i + 1 < held; i += 2) {
      double u = ring[i] - mean;
      double v = ring[i + 1] - mean;
      a += u * u;
      b += v * v;
    }
    if (i < held) {
      double u = ring[i] - mean;
      a += u * u;
    }
    return Math.sqrt((a + b) / held);
  }

  private void remove(double x) {
    double y = -x - removedError;
    double t = sum + y;
    removedError = t - sum - y;
    sum = t;
    negatives -= sign(x);
  }

  private double mean() {
    if (same >= held) {
      return last;
    }
    double mean = sum / held;
    if ((negatives == 0 && mean < 0) || (negatives == held && mean > 0)) {
      return 0; // what rounding left over has the wrong sign
    }
    return mean;
  }

  private static int sign(double x) {
    return (int) (Double.doubleToRawLongBits(x) >>> 63);
  }
}
