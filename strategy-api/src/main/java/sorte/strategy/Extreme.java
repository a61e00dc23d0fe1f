package sorte.strategy;

/// The largest (or smallest) of the last n values, by a queue that holds only what can still become
/// the answer: two steps a value on average, however long the window.
final class Extreme {
  private final double sign;
  private final int n;
  private final double[] values;
  private final long[] indexes;
  private int head;
  private int size;
  private long index;

  private Extreme(int n, double sign) {
    this.n = n;
    this.sign = sign;
    this.values = new double[n];
    this.indexes = new long[n];
  }

  static Extreme largest(int n) {
    return new Extreme(n, 1);
  }

  static Extreme smallest(int n) {
    return new Extreme(n, -1);
  }

  /// The extreme of the last n values added; NaN before the first.
  double value() {
    return size == 0 ? Double.NaN : sign * values[head];
  }

  /// Takes in a value, giving the extreme with it.
  double add(double x) {
    double key = sign * x;
    if (size > 0 && indexes[head] <= index - n) {
      head = head + 1 == n ? 0 : head + 1;
      size--;
    }
    while (size > 0 && values[slot(size - 1)] <= key) {
      size--;
    }
    int slot = slot(size);
    values[slot] = key;
    indexes[slot] = index++;
    size++;
    return value();
  }

  private int slot(int offset) {
    int slot = head + offset;
    return slot >= n ? slot - n : slot;
  }
}
