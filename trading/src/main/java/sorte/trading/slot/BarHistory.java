package sorte.trading.slot;

import sorte.trading.journal.Event;

/// The bars seen so far, history included; the oldest are let go. One thread adds, others read.
public final class BarHistory {

  /// The bars that are kept at least.
  public static final int KEPT = 1 << 17;

  private static final int CHUNK = 4096;
  private static final int FIELDS = 6;

  private final double[][] chunks = new double[KEPT / CHUNK + 2][];
  private volatile long size;

  /// Adds a bar: its number must be the next.
  public void add(Event.BarClosed bar) {
    long number = size;
    if (bar.number() != number) {
      throw new IllegalStateException("bar " + number + " is next, came " + bar.number());
    }
    int chunk = (int) (number / CHUNK % chunks.length);
    int at = (int) (number % CHUNK);
    if (at == 0) {
      chunks[chunk] = new double[CHUNK * FIELDS];
    }
    double[] values = chunks[chunk];
    int field = at * FIELDS;
    values[field] = Double.longBitsToDouble(bar.time());
    values[field + 1] = bar.open();
    values[field + 2] = bar.high();
    values[field + 3] = bar.low();
    values[field + 4] = bar.close();
    values[field + 5] = bar.volume();
    size = number + 1;
  }

  public long size() {
    return size;
  }

  /// The first bar that is still here.
  public long oldest() {
    return Math.max(0, (size - 1) / CHUNK * CHUNK - (long) (chunks.length - 2) * CHUNK);
  }

  /// Shows bar `number` to a decider, for its state alone.
  void feed(Decider decider, long number) {
    if (number < oldest() || number >= size) {
      throw new IllegalArgumentException(
          "bar " + number + " is not among " + oldest() + " to " + (size - 1));
    }
    double[] v = chunks[(int) (number / CHUNK % chunks.length)];
    int f = (int) (number % CHUNK) * FIELDS;
    decider.decide(
        Double.doubleToRawLongBits(v[f]), v[f + 1], v[f + 2], v[f + 3], v[f + 4], v[f + 5]);
  }
}
