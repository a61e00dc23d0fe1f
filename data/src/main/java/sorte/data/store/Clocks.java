package sorte.data.store;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import sorte.trading.market.Bars;

/// Signs that times were not written in UTC. Bars start at whole multiples of their length, those
/// of days and weeks at midnight; where they all miss it by the same, they are off the grid, and
/// where the miss changes, the clock was set (the slip). For bars of an hour or less the grid
/// cannot tell, but in a market that never closes exactly one hour is missing in the morning in
/// which clocks go forward, and nothing else that day.
final class Clocks {
  static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /// Before this hour UTC of the Sunday the clocks of Europe and America have been set.
  private static final int LATEST_HOUR = 12;

  private final Bars bars;
  private final Timeframe timeframe;

  Clocks(Bars bars, Timeframe timeframe) {
    this.bars = bars;
    this.timeframe = timeframe;
  }

  interface Each {
    void sign(Finding.Rule rule, int bar, double minutes);
  }

  void each(Each each) {
    if (bars.isEmpty() || (DAY % timeframe.millis() != 0 && timeframe.millis() % DAY != 0)) {
      return;
    }
    long phase = phase(0);
    boolean slipped = false;
    for (int i = 1; i < bars.size(); i++) {
      long here = phase(i);
      if (here != phase) {
        slipped = true;
        each.sign(Finding.Rule.TIME_ZONE_SLIP, i, (here - phase) / (double) MINUTE);
        phase = here;
      } else if (timeframe.millis() <= HOUR && hourMissing(i)) {
        each.sign(Finding.Rule.TIME_ZONE_SLIP, i, HOUR / (double) MINUTE);
      }
    }
    if (!slipped && phase != 0) {
      each.sign(Finding.Rule.OFF_GRID, 0, phase / (double) MINUTE);
    }
  }

  private long phase(int bar) {
    return Math.floorMod(bars.time(bar), Math.min(DAY, timeframe.millis()));
  }

  private boolean hourMissing(int bar) {
    long distance = bars.time(bar) - bars.time(bar - 1);
    return distance == timeframe.millis() + HOUR
        && onAMorningOfClocks(bars.time(bar - 1) + timeframe.millis())
        && roundTheClock(bar - 1, bars.time(bar) - DAY, bars.time(bar - 1))
        && roundTheClock(bar, bars.time(bar), bars.time(bar) + DAY);
  }

  /// Whether every bar between these times is there, around a bar.
  private boolean roundTheClock(int at, long from, long to) {
    int first = bars.firstAtOrAfter(from);
    int end = bars.firstAtOrAfter(to + 1);
    long expected = (to - from) / timeframe.millis();
    return at >= first && at < end && end - first >= expected - HOUR / timeframe.millis();
  }

  private static boolean onAMorningOfClocks(long millis) {
    var time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    LocalDate day = time.toLocalDate();
    return time.getHour() < LATEST_HOUR
        && day.getMonth() == Month.MARCH
        && (day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY)))
            || day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY))));
  }
}
