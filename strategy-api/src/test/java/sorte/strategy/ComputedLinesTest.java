package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// Lines made of other lines, and those that came with descriptions of whole strategies.
class ComputedLinesTest {
  private static final double NONE = Double.NaN;

  @Test
  void a_line_some_bars_ago_is_what_it_was_then() {
    Chart chart = Chart.ofCloses(5, 3, 4, 9, 1);
    assertThat(chart.line(p -> p.ago(p.close, 2))).containsExactly(NONE, NONE, 5, 3, 4);
    assertThat(chart.line(p -> p.ago(p.sma(2), 1))).containsExactly(NONE, NONE, 4, 3.5, 6.5);
  }

  @Test
  void two_lines_give_a_third() {
    Chart chart = Chart.ofCloses(5, 3, 4, 9);
    assertThat(chart.line(p -> p.sum(p.close, p.sma(2)))).containsExactly(NONE, 7, 7.5, 15.5);
    assertThat(chart.line(p -> p.difference(p.close, p.sma(2)))).containsExactly(NONE, -1, .5, 2.5);
    assertThat(chart.line(p -> p.product(p.close, p.close))).containsExactly(25, 9, 16, 81);
    assertThat(chart.line(p -> p.ratio(p.close, p.ago(p.close, 1))))
        .containsExactly(NONE, 3.0 / 5, 4.0 / 3, 9.0 / 4);
    assertThat(chart.line(p -> p.larger(p.close, p.sma(2)))).containsExactly(NONE, 4, 4, 9);
    assertThat(chart.line(p -> p.smaller(p.close, p.sma(2)))).containsExactly(NONE, 3, 3.5, 6.5);
    assertThat(chart.line(p -> p.magnitude(p.difference(p.close, p.sma(2)))))
        .containsExactly(NONE, 1, .5, 2.5);
    assertThat(chart.line(p -> p.sum(p.product(p.close, 2), -1))).containsExactly(9, 5, 7, 17);
  }

  @Test
  void a_ratio_over_nothing_is_no_number_and_satisfies_no_comparison() {
    double[] ratio =
        Chart.ofCloses(5, 3).line(p -> p.ratio(p.close, p.difference(p.close, p.open)));
    assertThat(ratio).containsOnly(NONE);
    assertThatThrownBy(() -> Chart.ofCloses(1, 2).line(p -> p.product(p.close, NONE)))
        .hasMessageContaining("finite numbers");
  }

  @Test
  void a_deviation_is_half_the_distance_between_bands_of_one() {
    Chart chart = Chart.walk(3, 200);
    double[] deviation = chart.line(p -> p.deviation(p.close, 20));
    double[] upper = chart.line(p -> p.bollinger(20, 1).upper());
    double[] middle = chart.line(p -> p.bollinger(20, 1).middle());
    for (int i = 19; i < chart.bars(); i++) {
      assertThat(deviation[i]).isCloseTo(upper[i] - middle[i], within(1e-9));
    }
  }

  @Test
  void williams_is_where_the_stochastic_is_seen_from_above() {
    Chart chart = Chart.walk(4, 300);
    double[] williams = chart.line(p -> p.williams(14));
    double[] k = chart.line(p -> p.stochastic(14, 3).k());
    for (int i = 20; i < 70; i++) {
      assertThat(williams[i]).isCloseTo(k[i] - 100, within(1e-9));
    }
  }

  @Test
  void directional_indicators_give_the_index_that_adx_smooths() {
    Chart chart = Chart.walk(5, 70);
    double[] up = chart.line(p -> p.plusDi(5));
    double[] down = chart.line(p -> p.minusDi(5));
    double[] adx = chart.line(p -> p.adx(5));
    double mean = 0;
    for (int i = 5; i < 10; i++) {
      mean += 100 * Math.abs(up[i] - down[i]) / (up[i] + down[i]) / 5;
    }
    assertThat(adx[9]).isCloseTo(mean, within(1e-9));
  }

  @Test
  void accumulation_adds_volume_by_where_a_bar_closes() {
    Chart chart =
        new Chart(
            new long[] {0, 1, 2},
            new double[] {5, 5, 5},
            new double[] {10, 10, 5},
            new double[] {0, 0, 5},
            new double[] {10, 5, 5},
            new double[] {100, 100, 100});
    assertThat(chart.line(p -> p.accumulation())).containsExactly(100, 100, 100);
  }

  @Test
  void the_clock_is_that_of_its_zone() {
    long summer = Instant.parse("2024-07-01T13:30:00Z").toEpochMilli();
    Chart chart =
        new Chart(
            new long[] {summer, summer + 86_400_000L * 180},
            new double[] {1, 2},
            new double[] {1, 2},
            new double[] {1, 2},
            new double[] {1, 2},
            new double[] {1, 1});
    assertThat(chart.line(p -> p.minuteOfDay("America/New_York"))).containsExactly(570, 510);
    assertThat(chart.line(p -> p.minuteOfDay())).containsExactly(810, 810);
    assertThat(chart.line(p -> p.weekday())).containsExactly(1, 6);
    ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
    assertThat(chart.line(kiritimati, p -> p.dayOfMonth())).containsExactly(2, 29);
    assertThat(chart.line(ZoneOffset.UTC, p -> p.dayOfMonth())).containsExactly(1, 28);
  }

  @Test
  void bars_are_counted_since_a_line_was_above_zero() {
    Chart chart = Chart.ofCloses(5, 6, 4, 3, 7, 7);
    double never = Double.POSITIVE_INFINITY;
    assertThat(chart.line(p -> p.since(p.sum(p.close, -5)))).containsExactly(never, 0, 1, 2, 0, 0);
  }

  @Test
  void days_with_bars_are_counted_from_the_first_month_that_begins() {
    String[] days = {"2024-01-30", "2024-01-31", "2024-02-01", "2024-02-02", "2024-02-05"};
    long[] times = new long[days.length + 1];
    double[] ones = new double[times.length];
    java.util.Arrays.fill(ones, 1);
    for (int i = 0; i < days.length; i++) {
      times[i] = Instant.parse(days[i] + "T10:00:00Z").toEpochMilli();
    }
    times[days.length] = times[days.length - 1] + 3_600_000;
    Chart chart = new Chart(times, ones, ones, ones, ones, ones);
    assertThat(chart.line(p -> p.tradingDayOfMonth())).containsExactly(0, 0, 1, 2, 3, 3);
  }

  @Test
  void the_day_opens_with_its_first_bar() {
    Chart walk = Chart.walk(6, 60);
    double[] first = walk.line(p -> p.dayOpen());
    for (int i = 0; i < 60; i++) {
      assertThat(first[i]).isEqualTo(walk.open()[i - i % 24]);
    }
  }
}
