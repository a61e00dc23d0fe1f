package sorte.trading.exchange;

/// How long a word of ours takes to the venue.
///
/// @param millis from the close at which it was sent
/// @param bars that pass besides
public record Latency(long millis, int bars) {

  public static final Latency NONE = new Latency(0, 0);

  /// A day.
  private static final long LONGEST_MILLIS = 86_400_000;

  private static final int MOST_BARS = 1000;

  public Latency {
    if (millis < 0 || millis > LONGEST_MILLIS || bars < 0 || bars > MOST_BARS) {
      throw new IllegalArgumentException(
          "a latency must be 0 to %d ms and 0 to %d bars, was %d ms and %d bars"
              .formatted(LONGEST_MILLIS, MOST_BARS, millis, bars));
    }
  }

  public static Latency ofMillis(long millis) {
    return new Latency(millis, 0);
  }
}
