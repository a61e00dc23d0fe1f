package sorte.data.download;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A part of what is to be downloaded: a month or a day, UTC.
///
/// @param name as the archive names it: `2024-03` or `2024-03-09`
/// @param from its first day
/// @param to the day after its last
public record Stretch(String name, LocalDate from, LocalDate to) {

  /// The most that are downloaded at once: some 27 years of days.
  public static final int MOST = 10_000;

  static Stretch of(YearMonth month) {
    return new Stretch(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
  }

  static Stretch of(LocalDate day) {
    return new Stretch(day.toString(), day, day.plusDays(1));
  }

  boolean aMonth() {
    return to.isAfter(from.plusDays(1));
  }

  long fromMillis() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  long toMillis() {
    return to.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  List<Stretch> days() {
    return from.datesUntil(to).map(Stretch::of).toList();
  }

  /// The stretches from `from` up to, not including, `to`: whole months that are over where they
  /// fit, days otherwise.
  static List<Stretch> plan(LocalDate from, LocalDate to, LocalDate today) {
    List<Stretch> plan = new ArrayList<>();
    LocalDate at = from;
    while (at.isBefore(to)) {
      Stretch month = of(YearMonth.from(at));
      boolean fits =
          month.from().equals(at) && !month.to().isAfter(to) && !month.to().isAfter(today);
      Stretch next = fits ? month : of(at);
      plan.add(next);
      at = next.to();
    }
    return plan;
  }
}
