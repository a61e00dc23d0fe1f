package sorte.strategy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// The calendar days of a time zone, by number. The offset is looked up only when the clocks
/// change, so that asking allocates nothing in between.
final class Days {
  private static final long MILLIS_A_DAY = 86_400_000;

  private final ZoneRules rules;
  private long offset;
  private long validFrom = Long.MAX_VALUE;
  private long validTo = Long.MIN_VALUE;

  Days(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /// The number of the day that an instant lies in, counted from 1970-01-01.
  long of(long timeMillis) {
    return Math.floorDiv(local(timeMillis), MILLIS_A_DAY);
  }

  /// An instant as the clocks there show it, in milliseconds from 1970-01-01 at midnight.
  long local(long timeMillis) {
    if (timeMillis < validFrom || timeMillis >= validTo) {
      lookUp(timeMillis);
    }
    return timeMillis + offset;
  }

  private void lookUp(long timeMillis) {
    Instant instant = Instant.ofEpochMilli(timeMillis);
    offset = rules.getOffset(instant).getTotalSeconds() * 1000L;
    validFrom = timeMillis;
    ZoneOffsetTransition next = rules.nextTransition(instant);
    validTo = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
  }
}
