package sorte.guardian.child;

/// A series of bars as columns, the shape that crosses to a child. The arrays are not copied.
///
/// @param barMillis how long a bar is; 0 where that is not known
/// @param time open time of each bar, milliseconds since 1970 UTC
public record BarColumns(
    long barMillis,
    long[] time,
    double[] open,
    double[] high,
    double[] low,
    double[] close,
    double[] volume) {

  /// Bars of one series at most.
  public static final int BARS_MOST = 1_000_000;

  public BarColumns {
    int n = time.length;
    if (barMillis < 0) {
      throw new IllegalArgumentException("a bar lasts 0 ms or more, was " + barMillis);
    }
    if (n > BARS_MOST) {
      throw new IllegalArgumentException("a series has at most " + BARS_MOST + " bars, not " + n);
    }
    if (open.length != n
        || high.length != n
        || low.length != n
        || close.length != n
        || volume.length != n) {
      throw new IllegalArgumentException("all columns of a series have the same length");
    }
  }

  /// `n` bars to be filled in.
  public static BarColumns room(long barMillis, int n) {
    return new BarColumns(
        barMillis,
        new long[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n]);
  }

  public int bars() {
    return time.length;
  }
}
