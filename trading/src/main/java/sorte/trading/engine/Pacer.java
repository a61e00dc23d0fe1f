package sorte.trading.engine;

/// When the next bar may come: so many a second, or as far as somebody asked for pairs.
final class Pacer {
  private final double barsPerSecond;
  private final long nanosPerBar;
  private volatile long credit = -1;
  private long due;

  /// @param barsPerSecond 0 for full speed: the market waits for the work
  Pacer(double barsPerSecond) {
    this.barsPerSecond = barsPerSecond;
    this.nanosPerBar = barsPerSecond == 0 ? 0 : (long) (1e9 / barsPerSecond);
    this.due = System.nanoTime() + nanosPerBar;
  }

  String word() {
    return barsPerSecond == 0 ? "max" : Double.toString(barsPerSecond);
  }

  /// Lets the market go on up to and including this bar.
  void allow(long bar) {
    if (bar > credit) {
      credit = bar;
    }
  }

  /// Nanoseconds until the bar after `last` may come; 0 for now, `Long.MAX_VALUE` for not yet.
  long until(long last) {
    if (barsPerSecond == 0) {
      return last < credit ? 0 : Long.MAX_VALUE;
    }
    return Math.max(0, due - System.nanoTime());
  }

  /// A bar has come.
  void came() {
    long now = System.nanoTime();
    due = Math.max(due + nanosPerBar, now - nanosPerBar * 2);
  }
}
