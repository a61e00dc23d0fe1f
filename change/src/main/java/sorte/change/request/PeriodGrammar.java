package sorte.change.request;

import org.jspecify.annotations.Nullable;

/// Reads since when: `yesterday`, `the last 3 weeks`, a date.
final class PeriodGrammar {
  record Since(String value, int end) {}

  private final Sentence s;

  PeriodGrammar(Sentence sentence) {
    this.s = sentence;
  }

  @Nullable Since since(int start) {
    return since(start, false);
  }

  /// `bare`: a duration without a word before it counts: `backtest one year`.
  @Nullable Since since(int start, boolean bare) {
    int i = start;
    while (s.anyOf(i, "sinceword", "prep", "last") && !s.is(i, "since")) {
      i++;
    }
    String named = s.value(i, "since");
    String date = s.value(i, "date");
    if (named != null || date != null) {
      return new Since(named != null ? named : date == null ? "" : date, i + 1);
    }
    Quantity q = s.quantity(i);
    if (q == null || !q.whole() || q.value() < 1 || i == start && !bare) {
      return null;
    }
    long n = (long) q.value();
    String value =
        switch (q.unit()) {
          case MINUTE -> "PT" + n + "M";
          case HOUR -> "PT" + n + "H";
          case DAY -> "P" + n + "D";
          case WEEK -> "P" + 7 * n + "D";
          case MONTH -> "P" + n + "M";
          case YEAR -> "P" + n + "Y";
          case BARE, PERCENT, POINT, PERCENT_POINT, MONEY, TIMES, BARS, CLOCK -> null;
        };
    return value == null ? null : new Since(value, i + 1);
  }
}
