package sorte.trading.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.trading.backtest.RecordedSeries;
import sorte.trading.market.Bars;

/// The figures that the papers print, and that others recomputed.
class PublishedFiguresTest {
  private static final double DAILY = Math.sqrt(250);

  @ParameterizedTest
  @CsvSource({"100, -3, 10, 0.9004", "46, -3, 10, 0.9505", "88, 0, 3, 0.9505"})
  void the_deflated_sharpe_ratio(double trials, double skewness, double kurtosis, double expected) {
    TrackRecord record = new TrackRecord(2.5 / DAILY, 1250, skewness, kurtosis);
    assertThat(record.deflated(0.5 / 250, trials)).isCloseTo(expected, within(5e-5));
  }

  @Test
  void what_the_luckiest_of_a_hundred_worthless_trials_shows() {
    assertThat(Selection.luckiest(0.5 / 250, 100)).isCloseTo(0.1132, within(5e-5));
    assertThat(Selection.expectedMaximum(100)).isCloseTo(2.5306028932, within(5e-11));
    assertThat(Selection.expectedMaximum(1)).isZero();
  }

  @Test
  void the_probabilistic_sharpe_ratio() {
    TrackRecord record = new TrackRecord(1.585 / Math.sqrt(12), 24, -2.448, 10.164);
    assertThat(record.probabilityAbove(0)).isCloseTo(0.913234307, within(5e-10));
  }

  @Test
  void the_shortest_backtest_and_the_shortest_track_record() {
    assertThat(Selection.yearsNeeded(45, 1)).isCloseTo(4.998087, within(5e-7));
    TrackRecord record = new TrackRecord(2 / DAILY, 1250, 0, 3);
    assertThat(record.periodsNeeded(1 / DAILY, 0.95) / 250).isCloseTo(2.7311878, within(5e-8));
    assertThat(record.periodsNeeded(2 / DAILY, 0.95)).isInfinite();
  }

  @Test
  void the_probability_of_overfitting_of_twenty_crossings() throws IOException {
    double[][] trials = crossings(RecordedSeries.bars("GOOG-1d.csv"));
    Overfitting eight = Overfitting.of(trials, 8);
    assertThat(eight.combinations()).isEqualTo(70);
    assertThat(eight.overfit()).isEqualTo(17);
    assertThat(eight.meanLogit()).isCloseTo(0.9207231621, within(5e-11));
    Overfitting sixteen = Overfitting.of(trials, 16);
    assertThat(sixteen.combinations()).isEqualTo(12_870);
    assertThat(sixteen.overfit()).isEqualTo(3_271);
  }

  private static double[][] crossings(Bars bars) {
    int[] fasts = {5, 10, 15, 20, 25};
    int[] slows = {30, 50, 75, 100};
    double[][] trials = new double[20][];
    int trial = 0;
    for (int fast : fasts) {
      for (int slow : slows) {
        trials[trial++] = returns(bars, fast, slow);
      }
    }
    return trials;
  }

  private static double[] returns(Bars bars, int fast, int slow) {
    double[] all = new double[2_048];
    for (int i = 0; i < all.length; i++) {
      int t = bars.size() - all.length + i;
      double side = t < slow ? 0 : Math.signum(mean(bars, t - 1, fast) - mean(bars, t - 1, slow));
      all[i] = side * (bars.close(t) / bars.close(t - 1) - 1);
    }
    return all;
  }

  private static double mean(Bars bars, int last, int count) {
    double sum = 0;
    for (int i = last - count + 1; i <= last; i++) {
      sum += bars.close(i);
    }
    return sum / count;
  }

  @Test
  void overfitting_of_four_blocks_computed_by_hand() {
    // trial 0 is best in blocks 0 and 1 and worst in 2 and 3; trial 1 is the other way round
    double[] early = {0.25, 0.125, 0.25, 0.125, -0.25, -0.125, -0.25, -0.125};
    double[] late = {-0.25, -0.125, -0.25, -0.125, 0.25, 0.125, 0.25, 0.125};
    Overfitting found = Overfitting.of(new double[][] {early, late}, 4);
    // halves {0,1} and {2,3}: the best inside is the worst outside, rank 1 of 2, logit ln(1/2);
    // the four mixed halves: both trials have the mean 0, ranks 1.5 of 2, logit 0
    assertThat(found.combinations()).isEqualTo(6);
    assertThat(found.overfit()).isEqualTo(6);
    assertThat(found.meanLogit()).isCloseTo(2 * Math.log(0.5) / 6, within(1e-12));
    assertThat(found.lossShare()).isCloseTo(2 / 6.0, within(1e-12));
  }

  @Test
  void nonsense_is_refused_in_words() {
    assertThatThrownBy(() -> new TrackRecord(1, 1, 0, 3)).hasMessageContaining("2 returns");
    assertThatThrownBy(() -> new TrackRecord(1, 10, 5, 3)).hasMessageContaining("skewness 5.0");
    assertThatThrownBy(() -> Selection.expectedMaximum(0)).hasMessageContaining("1 or more");
    assertThatThrownBy(() -> Overfitting.of(new double[2][64], 7)).hasMessageContaining("even");
    assertThatThrownBy(() -> Overfitting.of(new double[2][8], 8)).hasMessageContaining("16");
  }

  @Test
  void moments_computed_by_hand() {
    Moments moments = Moments.of(new double[] {1, 2, 3, 6});
    assertThat(moments.mean()).isEqualTo(3);
    assertThat(moments.deviation()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-15));
    // apart: -2 -1 0 3; squares 14, cubes 18, fourths 98; population variance 3.5
    assertThat(moments.skewness()).isCloseTo(4.5 / Math.pow(3.5, 1.5), within(1e-14));
    assertThat(moments.kurtosis()).isCloseTo(24.5 / 12.25, within(1e-14));
  }
}
