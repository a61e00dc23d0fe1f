package sorte.trading.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What losses are measured against: the equity at the day's start, and the highest one.
final class Watermarks {
  private final ZoneId zone;
  private @Nullable LocalDate day;
  private long dayFrom;
  private long dayTo;
  private double dayStart;
  private double peak;

  Watermarks(ZoneId zone, double cash) {
    this.zone = zone;
    this.dayStart = cash;
    this.peak = cash;
  }

  /// Whether this time is of another day than the one before; a day that begins asks for
  /// [#dayBegins].
  boolean isNewDay(long time) {
    if (time >= dayFrom && time < dayTo) {
      return false;
    }
    LocalDate today = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    dayFrom = today.atStartOfDay(zone).toInstant().toEpochMilli();
    dayTo = today.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    if (today.equals(day)) {
      return false;
    }
    day = today;
    return true;
  }

  void dayBegins(double equity) {
    dayStart = equity;
  }

  void follow(double equity) {
    peak = Math.max(peak, equity);
  }

  /// From here on the drawdown is measured anew.
  void restart(double equity) {
    peak = equity;
  }

  double drawdown(double equity) {
    return 1 - equity / peak;
  }

  double dayStart() {
    return dayStart;
  }

  double peak() {
    return peak;
  }
}
