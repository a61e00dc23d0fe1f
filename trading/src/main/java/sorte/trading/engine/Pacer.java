package sorte.trading.engine;

/// When the next bar may come: so many a second, or as far as somebody asked for pairs, or as the
/// exchange gives them.
final class Pacer {

  /// How long a trader rests between two looks for an exchange's next bar.
  static final long LOOK_NANOS = 20_000_000;

  private final double barsPerSecond;
  private final long nanosPerBar;
  private volatile long credit = -1;
  private boolean live;
  private long due;

  /// @param barsPerSecond 0 for full speed: the market waits for the work
  Pacer(double barsPerSecond) {
    this.barsPerSecond = barsPerSecond;
    this.nanosPerBar = barsPerSecond == 0 ? 0 : (long) (1e9 / barsPerSecond);
    this.due = System.nanoTime() + nanosPerBar;
  }

  /// Bars come when they are there.
  static Pacer live() {
    Pacer pacer = new Pacer(FASTEST);
    pacer.live = true;
    return pacer;
  }

  private static final double FASTEST = 1e9;

  /// No bar was there; the next look is a rest away.
  void none() {
    due = System.nanoTime() + LOOK_NANOS;
  }

  String word() {
    if (live) {
      return "live";
    }
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
