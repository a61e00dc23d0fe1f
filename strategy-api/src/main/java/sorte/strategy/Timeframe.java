package sorte.strategy;

import sorte.strategy.run.BadTimeframe;

/// The length of a bar as it is written, `15m`, `4h`, `1d`, `1w`, and the stretches of time that
/// bars of it cover.
///
/// @param millis as a number of milliseconds
record Timeframe(String text, long millis) {
  private static final int MOST_DIGITS = 4;
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final long WEEK = 7 * DAY;

  /// The longest bar.
  private static final long LONGEST = 31 * DAY;

  /// Bars of a run that make a slow one at most: the minutes of the longest.
  private static final int MOST_RATIO = (int) (LONGEST / MINUTE);

  /// 1970 began on a Thursday; weeks begin on Mondays.
  private static final long FIRST_MONDAY = 4 * DAY;

  /// [BadTimeframe] when it is no length of bars.
  static Timeframe of(String text) {
    int digits = text.length() - 1;
    if (digits < 1 || digits > MOST_DIGITS || text.charAt(0) == '0') {
      throw BadTimeframe.unread(text);
    }
    long count = 0;
    for (int i = 0; i < digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw BadTimeframe.unread(text);
      }
      count = 10 * count + digit;
    }
    long millis = count * unit(text);
    if (millis > LONGEST) {
      throw BadTimeframe.unread(text);
    }
    return new Timeframe(text, millis);
  }

  private static long unit(String text) {
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> MINUTE;
      case 'h' -> 60 * MINUTE;
      case 'd' -> DAY;
      case 'w' -> WEEK;
      default -> throw BadTimeframe.unread(text);
    };
  }

  /// How many bars of `barMillis` make one of these; [BadTimeframe] where no whole number does.
  int ratioTo(long barMillis) {
    if (barMillis <= 0 || millis % barMillis != 0 || millis / barMillis > MOST_RATIO) {
      throw BadTimeframe.notOf(text, barMillis, MOST_RATIO);
    }
    return (int) (millis / barMillis);
  }

  /// The start of the stretch of this length that `time` lies in: counted from midnight UTC of
  /// 1970-01-01, weeks from Mondays.
  long startOf(long time) {
    long origin = millis % WEEK == 0 ? FIRST_MONDAY : 0;
    return Math.floorDiv(time - origin, millis) * millis + origin;
  }
}
