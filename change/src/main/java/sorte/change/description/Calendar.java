package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads tests of the clock and the calendar: hours, days of the week, days of the month. Hours are
/// those of the time zone that the text names, the owner's where it names none.
final class Calendar {
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final int NOON = 12 * 60;
  private static final int SATURDAY = 6;
  private static final int LAST_OF_MONTH = 31;

  private static final Map<String, Integer> DAYS =
      Map.of("MON", 1, "TUE", 2, "WED", 3, "THU", 4, "FRI", 5, "SAT", 6, "SUN", 7);

  private final Values in;

  Calendar(Values in) {
    this.in = in;
  }

  @Nullable Test test() {
    int start = in.at;
    Test test = time();
    if (test == null) {
      in.at = start;
      test = weekdays();
    }
    if (test == null) {
      in.at = start;
      test = monthDay();
    }
    if (test == null) {
      in.at = start;
    }
    return test;
  }

  private Value minute() {
    return new Value.Indicator(Study.MINUTE, List.of(), in.known.zone, Optional.empty());
  }

  private static Test is(Value value, Is is, double number) {
    return new Test.Compare(value, is, new Value.Number(number));
  }

  /// "between 10:00 and 16:00", "after 15:30", "at 15:45", "10 minutes before the close".
  private @Nullable Test time() {
    in.take("OF");
    if (in.is("AFTER", "BEFORE", "GE", "LE") && in.mark(1).is("TIME")) {
      Is is = in.is("AFTER", "GE") ? Is.AT_OR_ABOVE : Is.BELOW;
      in.at += 2;
      double at = in.mark(-1).number();
      zone();
      return is(minute(), is, at);
    }
    Test span = spanned();
    if (span != null) {
      return span;
    }
    Test ends = ending();
    if (ends != null) {
      return ends;
    }
    in.take("BETWEEN", "FROM");
    if (!in.is("TIME")) {
      return null;
    }
    Mark begins = in.mark(0);
    in.at++;
    zone();
    if (!in.take("AND", "TO", "→", "-") || !in.is("TIME")) {
      return null;
    }
    double to = in.mark(0).number();
    double from = from(begins, in.mark(0));
    in.at++;
    zone();
    Test begun = is(minute(), Is.AT_OR_ABOVE, from);
    Test notOver = is(minute(), Is.BELOW, to);
    return from < to ? Test.all(List.of(begun, notOver)) : Test.any(List.of(begun, notOver));
  }

  /// "3:30-4:00 PM" begins in the afternoon.
  private static double from(Mark begins, Mark ends) {
    boolean bare = !begins.raw().contains("m") && ends.raw().contains("p");
    double later = begins.number() + NOON;
    return bare && later < ends.number() ? later : begins.number();
  }

  /// "the first 30 minutes of trading (9:30-10:00)": the brackets say when that is.
  private @Nullable Test spanned() {
    int here = in.at;
    if (in.take("BETWEEN", "LAST", "IF") && in.is("NUM") && in.mark(1).isAny("MINUTES", "HOURS")) {
      double minutes = in.mark(0).number() * (in.mark(1).is("HOURS") ? 60 : 1);
      in.at += 2;
      while (in.is("OF", "POSITION", "DAYS", "AFTER") || in.is("WORD")) {
        in.at++;
      }
      if (in.take("(") && in.is("TIME")) {
        Test span = time();
        boolean same = span instanceof Test.All(var ends) && length(ends) == minutes;
        if (same && in.take(")")) {
          return span;
        }
      }
    }
    in.at = here;
    return null;
  }

  private static double length(List<Test> ends) {
    return ends.size() == 2
            && ends.getFirst() instanceof Test.Compare(Value _, Is _, Value.Number(double from))
            && ends.getLast() instanceof Test.Compare(Value _, Is _, Value.Number(double to))
        ? to - from
        : -1;
  }

  private void zone() {
    if (in.is("(") && in.mark(1).is("ZONE") && in.mark(2).is(")")) {
      in.at += 3;
    }
    in.take("ZONE");
  }

  /// A time at which a trade is left: on the bar that ends there, so that the next one begins
  /// without it. Nothing where nobody knows how long a bar is, or when the session ends.
  private @Nullable Test ending() {
    if (!in.known.either || in.known.barMinutes <= 0) {
      return null;
    }
    double before = 0;
    int here = in.at;
    if (in.is("NUM") && in.mark(1).is("MINUTES") && in.mark(2).is("BEFORE")) {
      before = in.mark(0).number();
      in.at += 3;
    }
    double at = -1;
    boolean named = in.take("DAYEND");
    String clock = in.known.zone;
    if (named) {
      at = in.known.sessionEnd;
      if (at < 0 && in.known.session.isPresent()) {
        at = in.known.session.get().end();
        clock = in.known.session.get().zone();
      }
      boolean open = !lastBar() && in.take("(");
      in.take("EG", "BY");
      if (in.is("TIME") && open) {
        at = in.mark(0).number();
        in.at++;
        zone();
      }
      if (open && !in.take(")")) {
        in.at = here;
        return null;
      }
    } else if (in.is("TIME") && !in.mark(1).isAny("AND", "TO", "→", "-") && !zoned()) {
      at = in.mark(0).number();
      in.at++;
      zone();
    }
    double last = at - before - in.known.barMinutes;
    if (at < 0 || at > MINUTES_A_DAY || last < 0) {
      in.at = here;
      return null;
    }
    Value minute = new Value.Indicator(Study.MINUTE, List.of(), clock, Optional.empty());
    return is(minute, Is.AT_OR_ABOVE, last);
  }

  /// "(on the last 15-minute bar of the day)": what the end of the session is anyway.
  private boolean lastBar() {
    int end = in.is("(") ? Remarks.closing(in.marks, in.at) : -1;
    boolean told =
        end > 0
            && in.marks.subList(in.at + 1, end).stream()
                .allMatch(m ->
                    m.isAny("EG", "BY", "OF", "LAST", "BARS", "DAYS", "DAYEND", "MINUTES", ",")
                        || m.is("NUM") && m.number() == in.known.barMinutes);
    in.at = told ? end + 1 : in.at;
    return told;
  }

  private boolean zoned() {
    return in.mark(1).is("ZONE") && in.mark(2).isAny("AND", "TO", "→", "-");
  }

  /// "Monday, Wednesday and Friday", "Monday to Thursday", "weekdays".
  private @Nullable Test weekdays() {
    in.take("OF");
    in.take("EACH");
    Value day = Value.Indicator.of(Study.WEEKDAY);
    if (in.take("WEEKDAYS")) {
      return is(day, Is.BELOW, SATURDAY);
    }
    if (in.take("WEEKEND")) {
      return is(day, Is.AT_OR_ABOVE, SATURDAY);
    }
    @Nullable Integer first = day();
    if (first == null) {
      return null;
    }
    if (in.is("TO", "→", "-") && DAYS.containsKey(in.mark(1).code())) {
      in.at++;
      @Nullable Integer last = day();
      return last == null || last <= first
          ? null
          : Test.all(List.of(is(day, Is.AT_OR_ABOVE, first), is(day, Is.AT_OR_BELOW, last)));
    }
    List<Test> days = new ArrayList<>(List.of(on(day, first)));
    while (true) {
      int here = in.at;
      in.take(",", "/");
      in.take("AND", "OR");
      @Nullable Integer next = day();
      if (next == null) {
        in.at = here;
        break;
      }
      days.add(on(day, next));
    }
    in.take("ONLY");
    return Test.any(days);
  }

  private @Nullable Integer day() {
    @Nullable Integer day = DAYS.get(in.mark(0).code());
    in.at += day == null ? 0 : 1;
    return day;
  }

  private static Test on(Value day, int number) {
    return Test.all(List.of(is(day, Is.AT_OR_ABOVE, number), is(day, Is.AT_OR_BELOW, number)));
  }

  /// "the first trading day of each month", "the first trading day on or after the 25th".
  private @Nullable Test monthDay() {
    in.take("OF");
    String code = in.mark(0).code();
    if (code.startsWith("TRADINGDAY")) {
      in.at++;
      int number = Integer.parseInt(code.substring("TRADINGDAY".length()));
      return on(Value.Indicator.of(Study.TRADING_DAY), number);
    }
    if (!in.take("FIRSTFROM") || !in.is("NUM")) {
      return null;
    }
    double number = in.mark(0).number();
    in.at++;
    in.take("ORDINAL");
    if (!in.take("OFMONTH") || !(number >= 1 && number <= LAST_OF_MONTH) || !whole(number)) {
      return null;
    }
    Value day = Value.Indicator.of(Study.MONTH_DAY);
    Value before = new Value.Ago(day, 1);
    Test fresh =
        Test.any(List.of(is(before, Is.BELOW, number), new Test.Compare(before, Is.ABOVE, day)));
    return Test.all(List.of(is(day, Is.AT_OR_ABOVE, number), fresh));
  }

  private static boolean whole(double number) {
    return number == Math.rint(number);
  }
}
