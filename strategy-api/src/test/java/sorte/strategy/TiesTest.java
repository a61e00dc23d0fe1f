package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where two averages tie, the last bit decides a crossing: recorded bars have such places, and the
/// sums here have the reference's bits there.
class TiesTest {
  @ParameterizedTest
  @CsvSource({"SPY-1h.csv.gz,4,13,6", "BTCUSD-bitfinex-1m-2015.csv.gz,8,711,496"})
  void averages_of_ten_and_twenty_tie(String file, int decimals, int exactly, int inDoubles) {
    Chart chart = Chart.file(SharedMaterial.file("data/" + file));
    double scale = Math.rint(StrictMath.pow(10, decimals));
    long[] closes =
        DoubleStream.of(chart.close()).mapToLong(c -> (long) Math.rint(c * scale)).toArray();
    double[] fast = chart.line(p -> p.sma(10));
    double[] slow = chart.line(p -> p.sma(20));
    int ties = 0;
    int same = 0;
    for (int i = 19; i < chart.bars(); i++) {
      ties += 2 * sum(closes, i, 10) == sum(closes, i, 20) ? 1 : 0;
      same += fast[i] == slow[i] ? 1 : 0;
    }
    assertThat(ties).as("ties in whole numbers").isEqualTo(exactly);
    assertThat(same).as("ties in the bits of the averages").isEqualTo(inDoubles);
  }

  private static long sum(long[] values, int last, int n) {
    long sum = 0;
    for (int i = last - n + 1; i <= last; i++) {
      sum += values[i];
    }
    return sum;
  }
}
