package sorte.data.feed;

import java.util.Arrays;
import java.util.Optional;

/// How long a bar lasts, as exchanges name it. All of them start at whole multiples since 1970 UTC.
public enum Interval {
  M1("1m", 1),
  M3("3m", 3),
  M5("5m", 5),
  M15("15m", 15),
  M30("30m", 30),
  H1("1h", 60),
  H2("2h", 120),
  H4("4h", 240),
  H6("6h", 360),
  H8("8h", 480),
  H12("12h", 720),
  D1("1d", 1440);

  private static final long MILLIS_A_MINUTE = 60_000;

  private final String word;
  private final int minutes;

  Interval(String word, int minutes) {
    this.word = word;
    this.minutes = minutes;
  }

  static Optional<Interval> of(String word) {
    return Arrays.stream(values()).filter(i -> i.word.equals(word)).findFirst();
  }

  public String word() {
    return word;
  }

  public int minutes() {
    return minutes;
  }

  public long millis() {
    return minutes * MILLIS_A_MINUTE;
  }
}
