package sorte.trading.market;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/// Numbers and times out of the bytes of a line. Usual decimals (at most 15 digits) take a short,
/// exact way: whole number over a power of ten, both exact, one rounding.
final class Decimal {

  /// No time at all.
  static final long NO_TIME = Long.MIN_VALUE;

  /// The first and the last moment that a bar may start at: years 1600 to 2400.
  private static final long EARLIEST = -11_676_096_000_000L;

  private static final long LATEST = 13_569_465_600_000L;

  private static final int MOST_DIGITS = 15;
  private static final int MOST_TIME_DIGITS = 17;
  private static final int LONGEST_NUMBER = 64;
  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Decimal() {}

  /// The number; NaN where it is none.
  static double number(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    long digits = 0;
    int count = 0;
    int decimals = -1;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        count++;
        decimals += decimals >= 0 ? 1 : 0;
      } else if (bytes[i] == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return slowly(bytes, from, to);
      }
      if (count > MOST_DIGITS) {
        return slowly(bytes, from, to);
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    double value = decimals > 0 ? digits / TENS[decimals] : digits;
    return negative ? -value : value;
  }

  private static double slowly(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      boolean allowed =
          b >= '0' && b <= '9' || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
      if (!allowed) {
        return Double.NaN;
      }
    }
    if (to - from > LONGEST_NUMBER) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  /// Milliseconds since 1970 UTC; [#NO_TIME] where it is no time.
  static long time(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int first = negative ? from + 1 : from;
    if (to <= first || to - first > LONGEST_NUMBER) {
      return NO_TIME;
    }
    long millis = 0;
    for (int i = first; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return iso(new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.US_ASCII));
      }
      millis = millis * 10 + digit;
      if (i - first >= MOST_TIME_DIGITS) {
        return NO_TIME;
      }
    }
    return bounded(negative ? -millis : millis);
  }

  private static long iso(String text) {
    try {
      Instant instant =
          text.length() <= 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text);
      return bounded(instant.toEpochMilli());
    } catch (DateTimeException | ArithmeticException _) {
      return NO_TIME;
    }
  }

  static long bounded(long millis) {
    return millis >= EARLIEST && millis < LATEST ? millis : NO_TIME;
  }
}
