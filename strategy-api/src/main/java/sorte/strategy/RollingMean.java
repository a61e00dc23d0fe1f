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
      means[k + 1] = alike >= n ? x : signed(total / n, below, n);
    }
    remember(at, alike, below, total, added, removed);
  }

  /// What [#fill] does for two at once, each over values and into means of its own: either waits
  /// for its own last bar alone, so that together they take hardly longer than one.
  static void fillBoth(
      RollingMean a,
      double[] valuesA,
      int fromA,
      double[] meansA,
      RollingMean b,
      double[] valuesB,
      int fromB,
      double[] meansB,
      int count) {
    int k = 0;
    while (k < count && !(a.full() && b.full())) {
      meansA[k + 1] = a.add(valuesA[fromA + k]);
      meansB[k + 1] = b.add(valuesB[fromB + k]);
      k++;
    }
    double[] ringA = a.ring;
    double[] ringB = b.ring;
    int nA = ringA.length;
    int nB = ringB.length;
    int atA = a.next;
    int atB = b.next;
    int alikeA = a.same;
    int alikeB = b.same;
    int belowA = a.negatives;
    int belowB = b.negatives;
    double totalA = a.sum;
    double totalB = b.sum;
    double addedA = a.addedError;
    double addedB = b.addedError;
    double removedA = a.removedError;
    double removedB = b.removedError;
    double lastA = ringA[atA == 0 ? nA - 1 : atA - 1];
    double lastB = ringB[atB == 0 ? nB - 1 : atB - 1];
    for (; k < count; k++) {
      double xA = valuesA[fromA + k];
      double xB = valuesB[fromB + k];
      double goneA = ringA[atA];
      double goneB = ringB[atB];
      double yA = -goneA - removedA;
      double yB = -goneB - removedB;
      double tA = totalA + yA;
      double tB = totalB + yB;
      removedA = tA - totalA - yA;
      removedB = tB - totalB - yB;
      double zA = xA - addedA;
      double zB = xB - addedB;
      totalA = tA + zA;
      totalB = tB + zB;
      addedA = totalA - tA - zA;
      addedB = totalB - tB - zB;
      belowA += (negative(xA) ? 1 : 0) - (negative(goneA) ? 1 : 0);
      belowB += (negative(xB) ? 1 : 0) - (negative(goneB) ? 1 : 0);
      alikeA = xA == lastA ? alikeA + 1 : 1;
      alikeB = xB == lastB ? alikeB + 1 : 1;
      lastA = xA;
      lastB = xB;
      ringA[atA] = xA;
      ringB[atB] = xB;
      atA = atA + 1 == nA ? 0 : atA + 1;
      atB = atB + 1 == nB ? 0 : atB + 1;
      meansA[k + 1] = alikeA >= nA ? xA : signed(totalA / nA, belowA, nA);
      meansB[k + 1] = alikeB >= nB ? xB : signed(totalB / nB, belowB, nB);
    }
    a.remember(atA, alikeA, belowA, totalA, addedA, removedA);
    b.remember(atB, alikeB, belowB, totalB, addedB, removedB);
  }

  private void remember(int at, int alike, int below, double total, double added, double removed) {
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
    return signed(total / held, negatives, held);
  }

  /// The mean; 0 where what rounding left over has the wrong sign.
  private static double signed(double mean, int negatives, int held) {
    boolean wrong = (negatives == 0 && mean < 0) || (negatives == held && mean > 0);
    return wrong ? 0 : mean;
  }

  private static boolean negative(double x) {
    return Double.doubleToRawLongBits(x) < 0;
  }
}
