package sorte.trading.market;

import java.nio.charset.StandardCharsets;

/// When a bar starts, as any bars file may write it.
public final class BarTime {

  /// No time at all.
  public static final long NONE = Decimal.NO_TIME;

  private BarTime() {}

  /// Milliseconds since 1970 UTC of ISO-8601 UTC, a date, or milliseconds in digits; [#NONE] where
  /// it is none of these.
  public static long of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Decimal.time(bytes, 0, bytes.length);
  }

  /// The same milliseconds where a bar may start at them, from the year 1600 to 2400; else [#NONE].
  public static long of(long millis) {
    return Decimal.bounded(millis);
  }
}
