package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IndicatorTest {
  private static final double NONE = Double.NaN;

  @Test
  void highest_and_lowest_look_at_the_bars_before() {
    Chart chart = Chart.ofCloses(5, 3, 4, 9, 1, 2);
    assertThat(chart.line(p -> p.highest(2))).containsExactly(NONE, NONE, 5, 4, 9, 9);
    assertThat(chart.line(p -> p.lowest(2))).containsExactly(NONE, NONE, 3, 3, 4, 1);
    assertThat(chart.line(p -> p.donchian(2).upper())).containsExactly(NONE, NONE, 5, 4, 9, 9);
    assertThat(chart.line(p -> p.donchian(2).middle())).containsExactly(NONE, NONE, 4, 3.5, 6.5, 5);
    assertThat(chart.line(p -> p.highest(1))).containsExactly(NONE, 5, 3, 4, 9, 1);
  }

  @Test
  void an_extreme_equals_the_largest_found_by_looking_at_all() {
    for (long seed = 1; seed <= 5; seed++) {
      Chart chart = Chart.walk(seed, 700);
      for (int n : new int[] {1, 2, 7, 100}) {
        int period = n;
        double[] highest = chart.line(p -> p.highest(period));
        double[] lowest = chart.line(p -> p.lowest(period));
        for (int i = n; i < chart.bars(); i++) {
          double top = Arrays.stream(chart.high(), i - n, i).max().orElseThrow();
          double bottom = Arrays.stream(chart.low(), i - n, i).min().orElseThrow();
          assertThat(highest[i]).as("seed %d, highest(%d) at %d", seed, n, i).isEqualTo(top);
          assertThat(lowest[i]).as("seed %d, lowest(%d) at %d", seed, n, i).isEqualTo(bottom);
        }
      }
    }
  }

  @Test
  void an_ema_may_start_with_its_first_value() {
    double[] ema = Chart.ofCloses(10, 13, 16, 16).line(p -> p.ema(3, Seed.FIRST_VALUE));
    assertThat(ema).containsExactly(NONE, NONE, 13.75, 14.875);
  }

  @Test
  void a_macd_seeded_with_first_values_is_the_difference_of_such_averages() {
    Chart chart = Chart.walk(7, 300);
    double[] fast = chart.line(p -> p.ema(12, Seed.FIRST_VALUE));
    double[] slow = chart.line(p -> p.ema(26, Seed.FIRST_VALUE));
    double[] macd = chart.line(p -> p.macd(12, 26, 9, Seed.FIRST_VALUE));
    double[] signal = chart.line(p -> p.macd(12, 26, 9, Seed.FIRST_VALUE).signal());
    double expected = 0;
    double[] raw = chart.close();
    double f = raw[0];
    double s = raw[0];
    for (int i = 0; i < chart.bars(); i++) {
      f = (raw[i] - f) * (2.0 / 13) + f;
      s = (raw[i] - s) * (2.0 / 27) + s;
      expected = (f - s - expected) * 0.2 + expected;
      if (i < 33) {
        assertThat(macd[i]).isNaN();
      } else {
        assertThat(macd[i]).isEqualTo(fast[i] - slow[i]);
        assertThat(signal[i]).isEqualTo(expected, within(1e-12));
      }
    }
  }

  @Test
  void an_atr_may_count_the_first_bar() {
    Chart chart = Chart.walk(3, 50);
    double[] atr = chart.line(p -> p.atr(3, Seed.FIRST_VALUE));
    double sum = chart.high()[0] - chart.low()[0];
    for (int i = 1; i < 3; i++) {
      double before = chart.close()[i - 1];
      sum += Math.max(chart.high()[i], before) - Math.min(chart.low()[i], before);
    }
    assertThat(atr[1]).isNaN();
    assertThat(atr[2]).isEqualTo(sum / 3, within(1e-12));
  }

  @Test
  void averages_of_different_length_over_equal_values_are_equal() {
    double[] closes = new double[60];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = i < 20 ? 0.1 + 0.37 * i : 1.1;
    }
    Chart chart = Chart.ofCloses(closes);
    assertThat(chart.line(p -> p.sma(10))[45]).isEqualTo(1.1);
    assertThat(chart.line(p -> p.sma(20))[45]).isEqualTo(1.1);
    assertThat(chart.line(p -> p.bollinger(20, 2).upper())[45]).isEqualTo(1.1);
  }

  @Test
  void a_freak_price_leaves_the_windows_when_its_time_is_over() {
    Chart clean = Chart.walk(11, 600);
    double[] closes = clean.close().clone();
    closes[100] = 1e12;
    Chart freak = Chart.ofCloses(closes);
    Chart plain = Chart.ofCloses(clean.close());
    assertThat(freak.line(p -> p.wma(20))[400])
        .isEqualTo(plain.line(p -> p.wma(20))[400], within(1e-9));
    assertThat(freak.line(p -> p.cci(20))[400]).isEqualTo(plain.line(p -> p.cci(20))[400]);
    double width =
        freak.line(p -> p.bollinger(20, 2).upper())[400]
            - freak.line(p -> p.bollinger(20, 2).lower())[400];
    double plainWidth =
        plain.line(p -> p.bollinger(20, 2).upper())[400]
            - plain.line(p -> p.bollinger(20, 2).lower())[400];
    assertThat(width).isEqualTo(plainWidth, within(1e-3));
  }

  @Test
  void a_vwap_starts_again_each_day_of_the_zone() {
    Chart chart = Chart.ofCloses(upTo(72));
    double[] utc = chart.line(p -> p.vwap());
    assertThat(utc[0]).isEqualTo(1);
    assertThat(utc[23]).isEqualTo(12.5);
    assertThat(utc[24]).isEqualTo(25);
    double[] saoPaulo = chart.line(ZoneId.of("America/Sao_Paulo"), p -> p.vwap());
    assertThat(saoPaulo[2]).as("still yesterday, 23:00").isEqualTo(2);
    assertThat(saoPaulo[3]).as("midnight").isEqualTo(4);
  }

  @Test
  void a_day_is_the_calendars_also_when_the_clocks_change() {
    ZoneId zone = ZoneId.of("Europe/Lisbon");
    Days days = new Days(zone);
    ZonedDateTime at = ZonedDateTime.of(2023, 12, 30, 0, 0, 0, 0, zone);
    for (int i = 0; i < 3 * 366 * 24; i++) {
      assertThat(days.of(at.toInstant().toEpochMilli())).isEqualTo(at.toLocalDate().toEpochDay());
      at = at.plusHours(1);
    }
    ZonedDateTime earlier = at.minusYears(2);
    assertThat(days.of(earlier.toInstant().toEpochMilli()))
        .isEqualTo(earlier.toLocalDate().toEpochDay());
  }

  @Test
  void a_vwap_without_volume_is_the_typical_price() {
    Chart c = Chart.ofCloses(3, 4);
    Chart still = new Chart(c.time(), c.open(), c.high(), c.low(), c.close(), new double[2]);
    assertThat(still.line(p -> p.vwap())).containsExactly(3, 4);
  }

  @Test
  void indicators_may_stand_on_indicators() {
    Chart chart = Chart.walk(2, 200);
    double[] rsi = chart.line(p -> p.rsi(14));
    double[] smooth = chart.line(p -> p.sma(p.rsi(14), 3));
    assertThat(smooth[15]).isNaN();
    assertThat(smooth[16]).isEqualTo((rsi[14] + rsi[15] + rsi[16]) / 3, within(1e-12));
  }

  @Test
  void a_market_without_movement_gives_numbers_all_the_same() {
    double[] flat = new double[300];
    Arrays.fill(flat, 7);
    Chart chart = Chart.ofCloses(flat);
    assertThat(chart.line(p -> p.rsi(14))[299]).isZero();
    assertThat(chart.line(p -> p.adx(14))[299]).isZero();
    assertThat(chart.line(p -> p.cci(14))[299]).isZero();
    assertThat(chart.line(p -> p.stochastic(14, 3).k())[299]).isZero();
    assertThat(chart.line(p -> p.roc(14))[299]).isZero();
    assertThat(chart.line(p -> p.atr(14))[299]).isZero();
    assertThat(chart.line(p -> p.macd(12, 26, 9))[299]).isZero();
    assertThat(chart.line(p -> p.obv())[299]).isEqualTo(1);
  }

  @Test
  void a_period_out_of_bounds_is_refused_with_the_bounds() {
    assertThatThrownBy(() -> Chart.ofCloses(1).line(p -> p.sma(0)))
        .hasMessage("an SMA's period must be between 1 and 10000, was 0");
    assertThatThrownBy(() -> Chart.ofCloses(1).line(p -> p.highest(10_001)))
        .hasMessage("a highest's period must be between 1 and 10000, was 10001");
    assertThatThrownBy(() -> Chart.ofCloses(1).line(p -> p.bollinger(20, 0).upper()))
        .hasMessageContaining("must be above 0");
  }

  private static double[] upTo(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i + 1;
    }
    return values;
  }
}
