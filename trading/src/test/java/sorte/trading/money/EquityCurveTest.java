package sorte.trading.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sorte.trading.market.Bars;

/// Marks taken in by pieces say what a walk over all of them says, in bits.
class EquityCurveTest {
  private static final long START = 1_000 * Money.ONE;

  @Test
  void pieces_of_any_size_say_what_a_walk_over_all_marks_says() {
    for (long seed = 1; seed <= 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[] equity = marks(random);
      EquityCurve curve = new EquityCurve(START);
      int at = 0;
      while (at < equity.length) {
        int to = Math.min(equity.length, at + random.nextInt(1, 9));
        int same = at;
        while (same < to && equity[same] == equity[at]) {
          same++;
        }
        if (random.nextBoolean()) {
          curve.stand(equity[at], same - at);
          at = same;
        } else {
          curve.take(equity, at, to);
          at = to;
        }
        assertThat(curve.peak()).isEqualTo(Math.max(START, most(equity, at)));
        if (random.nextInt(4) == 0) {
          assertThat(curve.lost()).as("seed %d", seed).isEqualTo(lost(equity, at));
        }
      }
      assertThat(curve.maxDrawdownPct()).as("seed %d", seed).isEqualTo(drawdown(equity));
      assertThat(Double.compare(curve.sharpe(() -> equity, 0, 252), sharpe(equity)))
          .as("seed %d", seed)
          .isZero();
    }
  }

  @Test
  void a_position_that_is_marked_in_one_walk_gives_what_marks_taken_in_one_by_one_do() {
    int stopped = 0;
    for (long seed = 1; seed <= 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int bars = random.nextInt(2, 80);
      Bars.Builder prices = new Bars.Builder(bars);
      for (int i = 0; i < bars; i++) {
        double price = random.nextInt(20) == 0 ? 1e9 : random.nextDouble(50, 150);
        prices.add(i, price, price, price, price, 1);
      }
      Bars market = prices.build();
      double quantity = random.nextInt(-9, 10) / (random.nextBoolean() ? 1.0 : 7.0);
      long floor = random.nextBoolean() ? 0 : 900 * Money.ONE;
      long[] equity = new long[bars];
      long[] alone = new long[bars];
      EquityCurve curve = new EquityCurve(START);
      EquityCurve oneByOne = new EquityCurve(START);
      curve.stand(START, 1);
      oneByOne.stand(START, 1);
      int to = curve.mark(quantity, START, market, 1, bars, equity, 0, floor);
      for (int i = 1; i < to; i++) {
        alone[i] = START + Money.of(quantity, market.close(i));
        assertThat(alone[i]).as("seed %d", seed).isGreaterThan(floor);
        oneByOne.take(alone, i, i + 1);
      }
      if (to < bars) {
        stopped++;
        boolean large = Math.abs(quantity * market.close(to)) > 1e6;
        assertThat(large || START + Money.of(quantity, market.close(to)) <= floor)
            .as("seed %d", seed)
            .isTrue();
      }
      assertThat(equity).as("seed %d", seed).isEqualTo(alone);
      equity[0] = START;
      assertThat(curve.peak()).isEqualTo(oneByOne.peak());
      assertThat(curve.lost()).isEqualTo(oneByOne.lost());
      assertThat(curve.maxDrawdownPct()).isEqualTo(oneByOne.maxDrawdownPct());
      assertThat(
              Double.compare(
                  curve.sharpe(() -> equity, 0, 252), oneByOne.sharpe(() -> equity, 0, 252)))
          .isZero();
    }
    assertThat(stopped).isBetween(50, 450);
  }

  @Test
  void before_a_first_mark_nothing_is_marked_in_one_walk() {
    Bars.Builder one = new Bars.Builder(1).add(0, 100, 100, 100, 100, 1);
    EquityCurve curve = new EquityCurve(START);
    assertThat(curve.mark(1, START, one.build(), 0, 1, new long[1], 0, 0)).isZero();
  }

  private static long[] marks(SplittableRandom random) {
    long[] equity = new long[random.nextInt(1, 120)];
    boolean rises = random.nextInt(8) == 0; // by the same part each time: deviation is what is left
    long now = START;
    for (int i = 0; i < equity.length; i++) {
      if (rises) {
        now += now >> 12;
      } else if (random.nextInt(3) > 0) {
        now = (long) (now * (0.9 + 0.2 * random.nextDouble()));
      }
      now = random.nextInt(300) == 0 ? 0 : now;
      equity[i] = now;
    }
    return equity;
  }

  private static long most(long[] equity, int to) {
    return Arrays.stream(equity, 0, to).max().orElse(0);
  }

  private static double lost(long[] equity, int to) {
    long peak = START;
    double most = 0;
    for (int i = 0; i < to; i++) {
      peak = Math.max(peak, equity[i]);
      most = Math.max(most, 1 - Money.toDouble(equity[i]) / Money.toDouble(peak));
    }
    return most;
  }

  private static double drawdown(long[] equity) {
    double peak = Money.toDouble(START);
    double deepest = 0;
    for (long mark : equity) {
      peak = Math.max(peak, Money.toDouble(mark));
      deepest = Math.max(deepest, (peak - Money.toDouble(mark)) / peak);
    }
    return 100 * deepest;
  }

  private static double sharpe(long[] equity) {
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 1; i < equity.length && equity[i - 1] > 0; i++) {
      double change = (double) equity[i] / equity[i - 1] - 1;
      count++;
      sum += change;
      squares += change * change;
    }
    double mean = sum / count;
    double apart = squares - sum * mean;
    if (count < 2 || apart <= 1e-6 * squares) {
      apart = 0;
      for (int i = 1; i <= count; i++) {
        apart += Math.pow((double) equity[i] / equity[i - 1] - 1 - mean, 2);
      }
    }
    return count < 2 || apart == 0
        ? Double.NaN
        : mean / Math.sqrt(apart / (count - 1)) * Math.sqrt(252);
  }
}
