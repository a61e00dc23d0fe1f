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
  private int same;
  private int negatives;

  RollingMean(int n) {
    ring = new double[n];
  }

  /// Takes in a value, giving the mean of those held. What does not change is not written: stores
  /// are what a bar costs here.
  double add(double x) {
    int at = next;
    double total = sum;
    if (held == ring.length) {
      double gone = ring[at];
      double y = -gone - removedError;
      double t = total + y;
      removedError = t - total - y;
      total = t;
      if (negative(gone)) {
        negatives--;
      }
    } else {
      held++;
    }
    double y = x - addedError;
    double t = total + y;
    addedError = t - total - y;
    sum = t;
    if (negative(x)) {
      negatives++;
    }
    count(x, at);
    ring[at] = x;
    next = at + 1 == ring.length ? 0 : at + 1;
    return same >= held ? x : mean(t);
  }

  /// Takes in `count` values at once, from `from` on, and writes the means from index 1 on: as
  /// [#add] one by one, with what it remembers at hand.
  void fill(double[] values, int from, int count, double[] means) {
    int k = 0;
    while (k < count && held < ring.length) {
      means[k + 1] = add(values[from + k]);
      k++;
    }
    double[] ring = this.ring;
    int n = ring.length;
    int at = next;
    int alike = same;
    int below = negatives;
    double total = sum;
    double added = addedError;
    double removed = removedError;
    double last = ring[at == 0 ? n - 1 : at - 1];
    for (; k < count; k++) {
      double x = values[from + k];
      double gone = ring[at];
      double y = -gone - removed;
      double t = total + y;
      removed = t - total - y;
      double z = x - added;
      total = t + z;
      added = total - t - z;
      below += (negative(x) ? 1 : 0) - (negative(gone) ? 1 : 0);
      alike = x == last ? alike + 1 : 1;
      last = x;
      ring[at] = x;
      at = at + 1 == n ? 0 : at + 1;
      double mean = total / n;
      boolean wrong = (below == 0 && mean < 0) || (below == n && mean > 0);
      means[k + 1] = alike >= n ? x : wrong ? 0 : mean;
    }
    next = at;
    same = alike;
    negatives = below;
    sum = total;
    addedError = added;
    removedError = removed;
  }

  /// How many of the last values equal each other.
  private void count(double x, int at) {
    if (x == (at == 0 ? ring[ring.length - 1] : ring[at - 1]) && same > 0) {
      same++;
    } else if (same != 1) {
      same = 1;
    }
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

  private double mean(double total) {
    double mean = total / held;
    if ((negatives == 0 && mean < 0) || (negatives == held && mean > 0)) {
      return 0; // what rounding left over has the wrong sign
    }
    return mean;
  }

  private static boolean negative(double x) {
    return Double.doubleToRawLongBits(x) < 0;
  }
}
