package sorte.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sorte.strategy.Market;
import sorte.strategy.Series;
import sorte.strategy.Sma;
import sorte.strategy.Strategy;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;

/// What a strategy sees of slower bars, made as they come, is what the store makes of the series.
class SlowerBarsTest {
  private static final Timeframe FIVE = Timeframe.of("5m");

  /// Shows the prices of its slower bars as lines.
  public static final class Shown extends Strategy<Shown.Parameters> {
    public record Parameters() {}

    private final Series slow = series("4h");
    private final Sma open = sma(slow.open(), 1);
    private final Sma high = sma(slow.high(), 1);
    private final Sma low = sma(slow.low(), 1);
    private final Sma close = sma(slow.close(), 1);
    private final Sma volume = sma(slow.volume(), 1);

    public Shown(Market market, Parameters p) {
      super(market, p);
    }

    @Override
    public boolean enterLong() {
      return open.above(low) && high.above(close) && volume.above(0);
    }
  }

  @Test
  void slower_bars_are_those_that_the_store_makes() {
    for (long seed = 1; seed <= 8; seed++) {
      Bars bars = holed(seed);
      Bars made = new Resampling(FIVE, Timeframe.of("4h")).of(bars, false).bars();
      Runner runner =
          Runner.start(StrategyType.of(Shown.class), Map.of(), ZoneOffset.UTC, bars.length());
      assertThat(runner.lines()).startsWith("4h-sma-1").hasSize(5);
      int slow = -1;
      for (int i = 0; i < bars.size(); i++) {
        runner.onBar(
            bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        slow = complete(made, slow, bars.time(i));
        double[] seen = new double[5];
        for (int line = 0; line < 5; line++) {
          seen[line] = runner.line(line);
        }
        assertThat(seen).as("seed %d, bar %d", seed, i).isEqualTo(row(made, slow));
      }
      assertThat(slow).isEqualTo(made.size() - 1).isGreaterThan(20);
    }
  }

  /// The last of the slow bars that is over when the bar that begins at `time` closes.
  private static int complete(Bars made, int slow, long time) {
    int last = slow;
    while (last + 1 < made.size()
        && made.time(last + 1) + Timeframe.of("4h").millis() <= time + FIVE.millis()) {
      last++;
    }
    return last;
  }

  private static double[] row(Bars made, int bar) {
    return bar < 0
        ? new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN}
        : new double[] {
          made.open(bar), made.high(bar), made.low(bar), made.close(bar), made.volume(bar)
        };
  }

  private static Bars holed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int first = random.nextInt(100);
    Bars bars = TestBars.walk(seed, 2_000, FIVE.millis()).slice(first, 2_000);
    for (int hole = 0; hole < 25; hole++) {
      int from = random.nextInt(1, bars.size() - 120);
      bars = TestBars.without(bars, from, from + random.nextInt(1, hole % 5 == 0 ? 110 : 5));
    }
    return bars;
  }
}
