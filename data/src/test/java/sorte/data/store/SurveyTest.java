package sorte.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.data.store.Finding.Rule;
import sorte.trading.market.Bars;

class SurveyTest {
  private static final Timeframe MINUTE = Timeframe.of("1m");
  private static final Timeframe HOUR = Timeframe.of("1h");
  private static final Timeframe DAY = Timeframe.of("1d");

  private static Finding found(List<Finding> findings, Rule rule) {
    return findings.stream().filter(f -> f.rule() == rule).findFirst().orElseThrow();
  }

  @Test
  void nothing_is_said_of_bars_that_are_as_they_should_be() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(Survey.of(TestBars.walk(seed, 2_000, HOUR.millis()), HOUR))
          .as("seed " + seed)
          .isEmpty();
    }
  }

  @Test
  void a_gap_is_told_with_what_is_missing_and_where() {
    Bars bars = TestBars.walk(1, 1_000, MINUTE.millis());
    Bars holed = TestBars.without(TestBars.without(bars, 700, 701), 100, 110);
    Finding gap = found(Survey.of(holed, MINUTE), Rule.GAP);
    assertThat(gap.count()).isEqualTo(2);
    assertThat(gap.extent()).isEqualTo(11);
    assertThat(gap.first().getFirst()).isEqualTo(new Finding.Place(100, bars.time(110), 10));
  }

  @Test
  void a_price_out_of_all_proportion_is_told() {
    Bars bars = TestBars.walk(2, 1_000, MINUTE.millis());
    Bars.Builder spiked = new Bars.Builder(1_000);
    for (int i = 0; i < bars.size(); i++) {
      double high = i == 600 ? bars.high(i) * 1.5 : bars.high(i);
      spiked.add(bars.time(i), bars.open(i), high, bars.low(i), bars.close(i), bars.volume(i));
    }
    Finding outlier = found(Survey.of(spiked.build(), MINUTE), Rule.OUTLIER);
    assertThat(outlier.count()).isEqualTo(1);
    assertThat(outlier.first().getFirst().row()).isEqualTo(600);
  }

  @Test
  void bars_that_repeat_with_volume_are_told_and_still_markets_are_not() {
    Bars.Builder frozen = new Bars.Builder(100);
    Bars.Builder still = new Bars.Builder(100);
    for (int i = 0; i < 100; i++) {
      frozen.add(TestBars.START + i * MINUTE.millis(), 1, 1, 1, 1, i < 40 || i > 60 ? i + 1 : 5);
      still.add(TestBars.START + i * MINUTE.millis(), 1, 1, 1, 1, 0);
    }
    Finding repeated = found(Survey.of(frozen.build(), MINUTE), Rule.REPEATED_BARS);
    assertThat(repeated.count()).isEqualTo(1);
    assertThat(repeated.extent()).isEqualTo(21);
    assertThat(Survey.of(still.build(), MINUTE)).isEmpty();
  }

  @Test
  void a_clock_that_was_set_shows_in_days_that_begin_at_another_hour() {
    Bars days = TestBars.moved(TestBars.walk(3, 300, DAY.millis()), 0, 5 * HOUR.millis());
    assertThat(found(Survey.of(days, DAY), Rule.OFF_GRID).first().getFirst().amount())
        .isEqualTo(300);
    Finding slip =
        found(Survey.of(TestBars.moved(days, 100, -HOUR.millis()), DAY), Rule.TIME_ZONE_SLIP);
    assertThat(slip.count()).isEqualTo(1);
    assertThat(slip.first().getFirst().row()).isEqualTo(100);
    assertThat(slip.first().getFirst().amount()).isEqualTo(-60);
  }

  @Test
  void an_hour_missing_on_the_morning_of_the_clocks_is_a_slip_and_on_another_a_gap() {
    Bars minutes = TestBars.walk(4, 100 * 1_440, MINUTE.millis());
    int clocks = minutes.firstAtOrAfter(Instant.parse("2024-03-31T01:00:00Z").toEpochMilli());
    List<Finding> slipped = Survey.of(TestBars.without(minutes, clocks, clocks + 60), MINUTE);
    assertThat(found(slipped, Rule.TIME_ZONE_SLIP).first().getFirst().row()).isEqualTo(clocks);
    List<Finding> holed =
        Survey.of(TestBars.without(minutes, clocks - 2_880, clocks - 2_820), MINUTE);
    assertThat(holed).extracting(Finding::rule).containsExactly(Rule.GAP);
  }

  @Test
  void bars_too_close_or_too_far_apart_for_their_length_are_told() {
    Bars bars = TestBars.walk(5, 200, HOUR.millis());
    assertThat(found(Survey.of(bars, MINUTE), Rule.UNUSUAL_DISTANCE).first().getFirst().amount())
        .isEqualTo(60);
    Bars close = TestBars.moved(bars, 100, -HOUR.millis() / 2);
    assertThat(found(Survey.of(close, HOUR), Rule.OVERLAP).first().getFirst().amount())
        .isEqualTo(30);
  }
}
