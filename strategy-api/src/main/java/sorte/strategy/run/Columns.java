package sorte.strategy.run;

import java.util.Objects;

/// A series of bars as the engine keeps it, one array a column, for a run over many bars at once.
/// The arrays are shared, not copied: they belong to the engine and never reach a strategy.
///
/// @param from where in the arrays bar 0 is
/// @param size how many bars there are
public record Columns(
    long[] time,
    double[] open,
    double[] high,
    double[] low,
    double[] close,
    double[] volume,
    int from,
    int size) {

  public Columns {
    Objects.checkFromIndexSize(from, size, time.length);
    for (double[] column : new double[][] {open, high, low, close, volume}) {
      if (column.length < from + size) {
        throw new IllegalArgumentException(
            "a column has a number for each bar, " + (from + size) + ", had " + column.length);
      }
    }
  }

  /// Whether these are the same bars in the same memory.
  public boolean shares(Columns other) {
    return time == other.time && close == other.close && from == other.from && size == other.size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Columns that && shares(that);
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(time) + from;
  }
}
