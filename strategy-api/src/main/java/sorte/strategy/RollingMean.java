package sorte.strategy;

import java.util.Arrays;

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

  /// Takes in `count` values at once, from `from` on, and writes the means from `into` on: as
  /// [#add] one by one, with what it remembers at hand. What leaves is read where it came in.
  void fill(double[] values, int from, int count, double[] means, int into) {
    int n = ring.length;
    int k = 0;
    if (!standsBefore(values, from)) {
      while (k < count && k < n) { // then the last n are those
        means[into + k] = add(values[from + k]);
        k++;
      }
    }
    if (k == count) {
      return;
    }
    int alike = same;
    int below = negatives;
    double total = sum;
    double added = addedError;
    double removed = removedError;
    double last = values[from + k - 1];
    for (; k < count; k++) {
      double x = values[from + k];
      double gone = values[from + k - n];
      double y = -gone - removed;
      double t = total + y;
      removed = t - total - y;
      double z = x - added;
      total = t + z;
      added = total - t - z;
      below += (negative(x) ? 1 : 0) - (negative(gone) ? 1 : 0);
      alike = x == last ? alike + 1 : 1;
      last = x;
      means[into + k] = alike >= n ? x : signed(total / n, below, n);
    }
    remember(alike, below, total, added, removed);
    hold(values, from + count);
  }

  /// What [#fill] does for two over the same values: either waits for its own last bar alone, so
  /// that together they take hardly longer than one. Means go to index 1 and on.
  static void fillBoth(
      RollingMean a,
      double[] meansA,
      RollingMean b,
      double[] meansB,
      double[] values,
      int from,
      int count) {
    boolean alike = a.negatives == 0 && b.negatives == 0;
    int k = 0;
    if (alike && a.standsBefore(values, from) && b.standsBefore(values, from)) {
      k = together(a, meansA, b, meansB, values, from, count);
    }
    a.fill(values, from + k, count - k, meansA, k + 1);
    b.fill(values, from + k, count - k, meansB, k + 1);
  }

  /// Both up to the first value that has a sign; gives how many that were.
  private static int together(
      RollingMean a,
      double[] meansA,
      RollingMean b,
      double[] meansB,
      double[] values,
      int from,
      int count) {
    int nA = a.ring.length;
    int nB = b.ring.length;
    int beganA = -a.same; // where the values that equal the last one began
    int beganB = -b.same;
    double totalA = a.sum;
    double totalB = b.sum;
    double addedA = a.addedError;
    double addedB = b.addedError;
    double removedA = a.removedError;
    double removedB = b.removedError;
    double last = values[from - 1];
    int k = 0;
    for (; k < count; k++) {
      double x = values[from + k];
      if (negative(x)) {
        break;
      }
      double yA = -values[from + k - nA] - removedA;
      double yB = -values[from + k - nB] - removedB;
      double tA = totalA + yA;
      double tB = totalB + yB;
      removedA = tA - totalA - yA;
      removedB = tB - totalB - yB;
      double zA = x - addedA;
      double zB = x - addedB;
      totalA = tA + zA;
      totalB = tB + zB;
      addedA = totalA - tA - zA;
      addedB = totalB - tB - zB;
      if (x != last) {
        beganA = k;
        beganB = k;
      }
      last = x;
      meansA[k + 1] = k - beganA >= nA - 1 ? x : notNegative(totalA / nA);
      meansB[k + 1] = k - beganB >= nB - 1 ? x : notNegative(totalB / nB);
    }
    a.remember(k - beganA, 0, totalA, addedA, removedA);
    b.remember(k - beganB, 0, totalB, addedB, removedB);
    a.hold(values, from + k);
    b.hold(values, from + k);
    return k;
  }

  /// Whether the values held are those in front of place `at`, in order and in bits.
  private boolean standsBefore(double[] values, int at) {
    int n = ring.length;
    return full()
        && at >= n
        && Arrays.equals(ring, next, n, values, at - n, at - next)
        && Arrays.equals(ring, 0, next, values, at - next, at);
  }

  /// The values in front of place `at` are now those held.
  private void hold(double[] values, int at) {
    System.arraycopy(values, at - ring.length, ring, 0, ring.length);
    next = 0;
  }

  private void remember(int alike, int below, double total, double added, double removed) {
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
    return signed(total / held, negatives, held);
  }

  /// The mean; 0 where what rounding left over has the wrong sign.
  private static double signed(double mean, int negatives, int held) {
    boolean wrong = (negatives == 0 && mean < 0) || (negatives == held && mean > 0);
    return wrong ? 0 : mean;
  }

  /// The same of values none of which is negative.
  private static double notNegative(double mean) {
    return mean < 0 ? 0 : mean;
  }

  private static boolean negative(double x) {
    return Double.doubleToRawLongBits(x) < 0;
  }
}
