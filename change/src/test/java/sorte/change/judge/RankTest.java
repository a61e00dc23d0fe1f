package sorte.change.judge;

/// Mann-Whitney as canary tools use it (Kayenta's classifier): the two versions' returns as two
/// unpaired groups, an interval of 98 % for how far one is shifted against the other, and "low"
/// where all of it lies below a quarter of the estimated shift. Looked at after each pair; normal
/// approximation.
final class RankTest {
  private static final double Z_98 = 2.3263478740408408;
  private static final double TOLERANCE = 0.25;

  /// Values of each group before anything is said.
  private static final int FEWEST = 8;

  private static final int HALVINGS = 40;

  private final double[] stable;
  private final double[] candidate;
  private int size;

  /// Twice the number of couples in which the candidate's value is the larger, a tie counting once.
  private long above;

  RankTest(int most) {
    stable = new double[most];
    candidate = new double[most];
  }

  void see(double s, double c) {
    above += twiceBelow(stable, c);
    above += 2L * size - twiceBelow(candidate, s);
    above += c > s ? 2 : c == s ? 1 : 0;
    insert(stable, s);
    insert(candidate, c);
    size++;
  }

  private long twiceBelow(double[] sorted, double value) {
    return (long) firstNotBelow(sorted, value) + firstAbove(sorted, value);
  }

  private int firstNotBelow(double[] sorted, double value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int firstAbove(double[] sorted, double value) {
    int at = firstNotBelow(sorted, value);
    while (at < size && sorted[at] == value) {
      at++;
    }
    return at;
  }

  private void insert(double[] sorted, double value) {
    int at = firstNotBelow(sorted, value);
    System.arraycopy(sorted, at, sorted, at + 1, size - at);
    sorted[at] = value;
  }

  /// Whether the test at 98 % calls the candidate lower, without a tolerance.
  boolean plain() {
    return size >= FEWEST && deviations(above) < -Z_98;
  }

  /// Whether Kayenta would call it low.
  boolean low() {
    return plain() && deviations(aboveBy(-TOLERANCE * Math.abs(shift()))) < -Z_98;
  }

  private double deviations(long twiceAbove) {
    double n = size;
    return (0.5 * twiceAbove - 0.5 * n * n) / Math.sqrt(n * n * (2 * n + 1) / 12);
  }

  /// The estimate of Hodges and Lehmann: the shift at which neither group is above the other.
  private double shift() {
    double low = candidate[0] - stable[size - 1];
    double high = candidate[size - 1] - stable[0];
    long half = (long) size * size;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      if (aboveBy(middle) > half) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /// Twice the couples in which the candidate's value is above the stable one's by more than
  /// `shift`.
  private long aboveBy(double shift) {
    long couples = 0;
    int below = 0;
    for (int i = 0; i < size; i++) {
      while (below < size && stable[below] + shift < candidate[i]) {
        below++;
      }
      couples += below;
    }
    return 2 * couples;
  }
}
