package sorte.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import sorte.data.store.Resampling.Resampled;
import sorte.trading.market.Bars;

class ResamplingTest {
  private static final Timeframe MINUTE = Timeframe.of("1m");
  private static final Timeframe HOUR = Timeframe.of("1h");

  private final Bars minutes = TestBars.walk(1, 600, MINUTE.millis());

  @Test
  void an_hour_is_made_of_its_minutes() {
    Resampled hours = new Resampling(MINUTE, HOUR).of(minutes, false);
    assertThat(hours.bars().size()).isEqualTo(10);
    assertThat(hours.partial()).isZero();
    assertThat(hours.cut()).isZero();
    double high = 0;
    double volume = 0;
    for (int i = 60; i < 120; i++) {
      high = Math.max(high, minutes.high(i));
      volume += minutes.volume(i);
    }
    assertThat(hours.bars().time(1)).isEqualTo(minutes.time(60));
    assertThat(hours.bars().open(1)).isEqualTo(minutes.open(60));
    assertThat(hours.bars().high(1)).isEqualTo(high);
    assertThat(hours.bars().close(1)).isEqualTo(minutes.close(119));
    assertThat(hours.bars().volume(1)).isEqualTo(volume);
  }

  @Test
  void stretches_at_the_ends_that_the_series_does_not_reach_over_give_no_bar() {
    Resampled hours = new Resampling(MINUTE, HOUR).of(minutes.slice(5, 590), false);
    assertThat(hours.bars().size()).isEqualTo(8);
    assertThat(hours.cut()).isEqualTo(55 + 50);
    assertThat(hours.bars().time(0)).isEqualTo(minutes.time(60));
  }

  @Test
  void an_hour_with_minutes_missing_is_made_of_those_there_are_unless_whole_ones_are_asked_for() {
    Bars holed = TestBars.without(TestBars.without(minutes, 420, 480), 60, 70);
    Resampled hours = new Resampling(MINUTE, HOUR).of(holed, false);
    assertThat(hours.bars().size()).isEqualTo(9);
    assertThat(hours.partial()).isEqualTo(1);
    assertThat(hours.bars().open(1)).isEqualTo(minutes.open(70));
    assertThat(new Resampling(MINUTE, HOUR).of(holed, true).bars().size()).isEqualTo(8);
  }

  @Test
  void in_two_steps_or_in_one_the_prices_are_the_same() {
    Timeframe quarter = Timeframe.of("15m");
    Bars direct = new Resampling(MINUTE, HOUR).of(minutes, false).bars();
    Bars stepped =
        new Resampling(quarter, HOUR)
            .of(new Resampling(MINUTE, quarter).of(minutes, false).bars(), false)
            .bars();
    for (int i = 0; i < direct.size(); i++) {
      assertThat(stepped.close(i)).isEqualTo(direct.close(i));
      assertThat(stepped.high(i)).isEqualTo(direct.high(i));
      assertThat(stepped.low(i)).isEqualTo(direct.low(i));
    }
  }

  @Test
  void weeks_begin_on_mondays() {
    Bars days = TestBars.walk(2, 40, Timeframe.of("1d").millis());
    Bars weeks = new Resampling(Timeframe.of("1d"), Timeframe.of("1w")).of(days, false).bars();
    assertThat(Instant.ofEpochMilli(weeks.time(0)).atZone(ZoneOffset.UTC).getDayOfWeek())
        .isEqualTo(DayOfWeek.MONDAY);
    assertThat(weeks.size()).isEqualTo(5);
  }

  @Test
  void longer_bars_must_be_a_whole_multiple() {
    assertThatThrownBy(() -> new Resampling(HOUR, MINUTE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Resampling(Timeframe.of("7m"), HOUR))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
