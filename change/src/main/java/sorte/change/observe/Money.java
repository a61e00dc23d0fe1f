package sorte.change.observe;

import sorte.change.judge.Interval;

/// What a difference a bar comes to in money a month, on a given equity: the interval holds at all
/// times at once, 95 %.
///
/// @param margin how much worse still counts as "not worse", were every bar one that is held
/// @param equity the account's equity that it is reckoned on
/// @param barsAMonth bars in 30 days
public record Money(
    double low, double mean, double high, double margin, double equity, double barsAMonth) {
  public static final long MONTH_MILLIS = 30L * 24 * 3_600_000;

  public static Money of(Interval interval, double margin, double equity, long barMillis) {
    if (barMillis <= 0) {
      throw new IllegalArgumentException("a bar lasts longer than " + barMillis + " ms");
    }
    double bars = (double) MONTH_MILLIS / barMillis;
    double factor = equity * bars;
    return new Money(
        interval.low() * factor,
        interval.mean() * factor,
        interval.high() * factor,
        margin * factor,
        equity,
        bars);
  }
}
