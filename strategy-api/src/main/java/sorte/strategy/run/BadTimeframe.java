package sorte.strategy.run;

/// A timeframe that a strategy asks for and a run cannot give; the message says which, and why.
public final class BadTimeframe extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private final String asked;
  private final String bars;

  private BadTimeframe(String asked, String bars, String message) {
    super(message);
    this.asked = asked;
    this.bars = bars;
  }

  /// It is no length of bars.
  public static BadTimeframe unread(String asked) {
    return new BadTimeframe(
        asked,
        "",
        "a timeframe is a number and m, h, d or w, such as 15m, 4h or 1d, and at most 31 days; was "
            + asked);
  }

  /// Bars of this length cannot be made of those of the run.
  ///
  /// @param barMillis how long a bar of the run is; 0 where that is not known
  /// @param most bars that make a slower one
  public static BadTimeframe notOf(String asked, long barMillis, int most) {
    String bars = told(barMillis);
    return new BadTimeframe(
        asked,
        bars,
        "series(\""
            + asked
            + "\") cannot be made of bars of "
            + bars
            + ": it must be a whole number of them, at most "
            + most
            + ". Run the strategy on bars that go into "
            + asked
            + ", or ask for another timeframe");
  }

  /// What the strategy asked for.
  public String asked() {
    return asked;
  }

  /// How long the bars of the run are, in words; empty where that was not the trouble.
  public String bars() {
    return bars;
  }

  private static String told(long millis) {
    if (millis <= 0) {
      return "unknown length";
    }
    if (millis % DAY == 0) {
      return millis / DAY + "d";
    }
    if (millis % HOUR == 0) {
      return millis / HOUR + "h";
    }
    return millis % MINUTE == 0 ? millis / MINUTE + "m" : millis + " ms";
  }
}
