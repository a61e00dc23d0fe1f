package sorte.data.store;

import java.time.Duration;

/// The length of a bar: `1m`, `15m`, `4h`, `1d`, `1w`.
///
/// @param text as it is written
/// @param millis as a number of milliseconds
public record Timeframe(String text, long millis) implements Comparable<Timeframe> {

  /// The longest bar.
  public static final Duration LONGEST = Duration.ofDays(31);

  private static final int MOST_DIGITS = 4;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long WEEK = 7 * DAY;

  /// 1970 began on a Thursday; weeks begin on Mondays.
  private static final long FIRST_MONDAY = 4 * DAY;

  /// @throws IllegalArgumentException when it is no length of bars
  public static Timeframe of(String text) {
    if (!text.matches("[1-9]\\d{0," + (MOST_DIGITS - 1) + "}[mhdw]")) {
      throw new IllegalArgumentException(
          "a timeframe is a number and m, h, d or w, such as 1m, 4h or 1d, was " + text);
    }
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    long millis =
        switch (text.charAt(text.length() - 1)) {
          case 'm' -> Duration.ofMinutes(count).toMillis();
          case 'h' -> Duration.ofHours(count).toMillis();
          case 'd' -> count * DAY;
          default -> count * WEEK;
        };
    if (millis > LONGEST.toMillis()) {
      throw new IllegalArgumentException("a bar is at most 31 days long, was " + text);
    }
    return new Timeframe(text, millis);
  }

  /// The start of the stretch of this length that `time` lies in: counted from midnight UTC of
  /// 1970-01-01, weeks from Mondays.
  public long startOf(long time) {
    long origin = millis % WEEK == 0 ? FIRST_MONDAY : 0;
    return Math.floorDiv(time - origin, millis) * millis + origin;
  }

  @Override
  public int compareTo(Timeframe other) {
    int byLength = Long.compare(millis, other.millis);
    return byLength != 0 ? byLength : text.compareTo(other.text);
  }
}
