package sorte.trading.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against values of published tables, to more digits than double holds.
class NormalCurveTest {
  @ParameterizedTest
  @CsvSource({
    "-37, 5.725571222524577e-300, 1e-12",
    "-10, 7.619853024160526e-24, 1e-12",
    "-6, 9.865876450376981e-10, 1e-12",
    "-3, 0.0013498980316300946, 1e-12",
    "-1.96, 0.024997895148220435, 1e-12",
    "-1, 0.15865525393145705, 1e-12",
    "0, 0.5, 1e-15",
    "1, 0.8413447460685429, 1e-13",
    "2, 0.9772498680518208, 1e-13",
    "3.5, 0.9997673709209645, 1e-13",
    "8, 1, 1e-15",
  })
  void probabilities(double x, double expected, double relative) {
    assertThat(NormalCurve.probability(x)).isCloseTo(expected, within(relative * expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.95, 1.6448536269514722",
    "0.975, 1.959963984540054",
    "0.99, 2.3263478740408408",
    "0.999, 3.090232306167813",
    "0.001, -3.090232306167813",
    "1e-10, -6.361340902404056",
  })
  void quantiles(double p, double expected) {
    assertThat(NormalCurve.quantile(p)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void each_undoes_the_other_over_the_whole_range() {
    for (int i = -3_600; i <= 800; i++) {
      double x = i / 100.0;
      double p = NormalCurve.probability(x);
      if (x < 5) {
        double error = Math.max(1e-12, 1e-15 / NormalCurve.density(x));
        assertThat(NormalCurve.quantile(p)).as("at %s", x).isCloseTo(x, within(error));
      }
      assertThat(p).isBetween(0.0, 1.0);
      assertThat(p).isGreaterThanOrEqualTo(NormalCurve.probability(x - 0.01));
    }
  }

  @Test
  void both_ways_of_computing_meet_where_they_change() {
    for (double x : new double[] {3, -3}) {
      assertThat(NormalCurve.probability(Math.nextUp(x)))
          .isCloseTo(NormalCurve.probability(Math.nextDown(x)), within(1e-15));
    }
  }

  @Test
  void the_ends_are_infinite_and_what_is_no_probability_is_refused() {
    assertThat(NormalCurve.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(NormalCurve.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> NormalCurve.quantile(p))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(p));
    }
  }
}
