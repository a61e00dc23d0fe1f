package sorte.strategy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// What a calendar or a clock says at the start of the bar, in a time zone: the minute of the day
/// (0 to 1439), the day of the week (1 Monday to 7 Sunday) or of the month, the how-manieth day
/// with bars of the month (0 as long as no month has begun). First value at index 0.
public final class Clock extends Line {
  private static final long MILLIS_A_MINUTE = 60_000;
  private static final int MINUTES_A_DAY = 24 * 60;

  /// What is read of it.
  enum Hand {
    MINUTE,
    WEEKDAY,
    MONTH_DAY,
    TRADING_DAY
  }

  private final Tape tape;
  private final ZoneId zone;
  private final Days days;
  private final Hand hand;
  private long day = Long.MIN_VALUE;
  private double ofDay;
  private int month;
  private int counted;

  Clock(Tape tape, ZoneId zone, Hand hand) {
    super(1, tape.close);
    this.tape = tape;
    this.zone = zone;
    this.days = new Days(zone);
    this.hand = hand;
  }

  @Override
  void step() {
    long today = days.of(tape.time);
    if (hand == Hand.MINUTE) {
      long minute = Math.floorDiv(days.local(tape.time), MILLIS_A_MINUTE);
      set(Math.floorMod(minute, (long) MINUTES_A_DAY));
      return;
    }
    if (today != day) {
      day = today;
      ZonedDateTime date = Instant.ofEpochMilli(tape.time).atZone(zone);
      ofDay =
          switch (hand) {
            case WEEKDAY -> date.getDayOfWeek().getValue();
            case TRADING_DAY -> tradingDay(date.getMonthValue());
            default -> date.getDayOfMonth();
          };
    }
    set(ofDay);
  }

  private int tradingDay(int of) {
    boolean begins = month != 0 && of != month;
    counted = begins ? 1 : counted == 0 ? 0 : counted + 1;
    month = of;
    return counted;
  }
}
