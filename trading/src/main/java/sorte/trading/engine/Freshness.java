package sorte.trading.engine;

/// When an exchange's market is too old to enter on.
record Freshness(int timeframeMinutes) {

  /// Beyond what a bar itself lasts, what the exchange and the line may take.
  static final long GRACE_MILLIS = 30_000;

  private static final long MILLIS_A_MINUTE = 60_000;

  /// Whether a bar that ended `age` ago is old news: the next one is over, too, or nearly.
  boolean staleBar(long age) {
    return age > timeframeMinutes * MILLIS_A_MINUTE + GRACE_MILLIS;
  }

  /// Whether so long after the last bar's end the next one is missing.
  boolean silent(long age) {
    return age > 2 * timeframeMinutes * MILLIS_A_MINUTE + GRACE_MILLIS;
  }
}
