package sorte.strategy.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sorte.strategy.Affine;
import sorte.strategy.Arithmetic;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// A stop that is at another distance for shorts than for longs.
class StopDistanceTest {
  private static final double[] CLOSES = {10, 11, 12, 5, 5, 30, 12};

  /// Buys above 11, sells short below 6, both above 29; stopped at the low or the high of the bar.
  public static final class Sided extends Strategy<Sided.Parameters> {
    /// None.
    public record Parameters() {}

    private final Arithmetic aboveLow = difference(close, low);
    private final Affine belowHigh = product(difference(high, close), 2);

    public Sided(Market market, Parameters p) {
      super(market, p);
    }

    @Override
    public boolean enterLong() {
      return close.above(11);
    }

    @Override
    public boolean enterShort() {
      return close.below(6) || close.above(29);
    }

    @Override
    public Terms terms() {
      return Terms.allIn().stopLoss(aboveLow.times(1), belowHigh.times(1));
    }
  }

  private static Runner runner() {
    return Runner.start(StrategyType.of(Sided.class), Map.of(), ZoneOffset.UTC);
  }

  @Test
  void the_distance_is_that_of_the_side_that_is_entered() {
    Runner runner = runner();
    double[] distances = new double[CLOSES.length];
    for (int i = 0; i < CLOSES.length; i++) {
      double close = CLOSES[i];
      runner.onBar(i * 60_000L, close, close + 3, close - 1, close, 1);
      distances[i] = runner.stopDistance();
    }
    assertThat(distances).containsExactly(Double.NaN, Double.NaN, 1, 6, 6, Double.NaN, 1);
  }

  @Test
  void many_bars_at_once_give_the_same() {
    int bars = CLOSES.length;
    long[] time = new long[bars];
    double[] high = new double[bars];
    double[] low = new double[bars];
    double[] volume = new double[bars];
    for (int i = 0; i < bars; i++) {
      time[i] = i * 60_000L;
      high[i] = CLOSES[i] + 3;
      low[i] = CLOSES[i] - 1;
      volume[i] = 1;
    }
    Columns columns = new Columns(time, CLOSES, high, low, CLOSES, volume, 0, bars);
    byte[] signals = new byte[bars];
    double[] stops = new double[bars];
    Runner runner = runner();
    runner.onBars(columns, 0, bars, signals, stops);
    assertThat(stops).containsExactly(Double.NaN, Double.NaN, 1, 6, 6, Double.NaN, 1);
    assertThat(runner.stopDistance()).isEqualTo(1);
  }

  @Test
  void one_line_is_for_both_sides() {
    assertThat(StopDistance.of(Terms.allIn()).hangs()).isFalse();
    assertThat(StopDistance.of(Terms.allIn()).at(Signals.ENTER_LONG)).isNaN();
  }
}
