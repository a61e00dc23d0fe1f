package sorte.trading.engine;

import sorte.trading.journal.Event;

/// Where the engine stands in the market: the bar, its time, and the last price.
final class Now {
  private long bar = -1;
  private long time;
  private double last = Double.NaN;

  void begins(Event.BarClosed b) {
    bar = b.number();
    time = b.time();
  }

  void traded(double price) {
    last = price;
  }

  /// The number of the last bar that came; -1 before the first.
  long bar() {
    return bar;
  }

  /// Its start, in milliseconds since 1970 UTC.
  long time() {
    return time;
  }

  /// The last price; NaN before the first.
  double last() {
    return last;
  }

  boolean priced() {
    return Double.isFinite(last);
  }

  /// The last price, or another while there is none.
  double lastOr(double other) {
    return priced() ? last : other;
  }
}
