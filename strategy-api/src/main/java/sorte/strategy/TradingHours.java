package sorte.strategy;

/// A part of the day, in minutes from midnight: from the first up to, not including, the second. A
/// part that ends before it starts goes over midnight.
///
/// @param from the minute it starts, 0 to 1439
/// @param to the minute it ends, 0 to 1440, other than `from`
public record TradingHours(int from, int to) {
  private static final int MINUTES_A_DAY = 24 * 60;

  /// Refuses minutes that are not of a day, and a part without length.
  public TradingHours {
    if (from < 0 || from >= MINUTES_A_DAY || to < 0 || to > MINUTES_A_DAY || from == to) {
      throw new IllegalArgumentException(
          "trading hours must be two different minutes of a day, were " + from + " and " + to);
    }
  }

  /// Reads `"09:00-17:30"`; the end may be `24:00`.
  public static TradingHours parse(String text) {
    if (text.length() != 11 || text.charAt(5) != '-') {
      throw refused(text);
    }
    int from = minute(text, 0);
    int to = minute(text, 6);
    if (from == MINUTES_A_DAY || from == to) {
      throw refused(text);
    }
    return new TradingHours(from, to);
  }

  /// Whether a minute of the day (0 to 1439) lies within.
  public boolean contains(int minuteOfDay) {
    return from < to
        ? minuteOfDay >= from && minuteOfDay < to
        : minuteOfDay >= from || minuteOfDay < to;
  }

  private static int minute(String text, int at) {
    if (text.charAt(at + 2) != ':') {
      throw refused(text);
    }
    int hours = digit(text, at) * 10 + digit(text, at + 1);
    int minutes = digit(text, at + 3) * 10 + digit(text, at + 4);
    int minute = hours * 60 + minutes;
    if (minutes > 59 || minute > MINUTES_A_DAY) {
      throw refused(text);
    }
    return minute;
  }

  private static int digit(String text, int at) {
    int digit = text.charAt(at) - '0';
    if (digit < 0 || digit > 9) {
      throw refused(text);
    }
    return digit;
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "trading hours must be HH:MM-HH:MM, such as 09:00-17:30, were " + text);
  }
}
