package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Fraction;
import sorte.strategy.Indicator;
import sorte.strategy.Level;
import sorte.strategy.Line;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// The crossing of two averages, with a tape of closes that somebody made too short: it is full some time after the history
/// that the quick gates see. The long gates, beside the shadow, come to its end before any money does.
public final class EmaCross extends Strategy<EmaCross.Parameters> {

  public record Parameters(
      @Bars(value = 12, min = 2, max = 100) int fastMaPeriod,
      @Bars(value = 26, min = 3, max = 400) int slowMaPeriod,
      @Bars(value = 14, min = 2, max = 100) int rsiPeriod,
      @Level(value = 70, min = 50, max = 95) double rsiOverbought,
      @Fraction(value = 0.03, min = 0.002, max = 0.20) double stopLoss,
      @Fraction(value = 0.06, min = 0.005, max = 0.50) double takeProfit) {}

  private final Ema fast = ema(p.fastMaPeriod());
  private final Ema slow = ema(p.slowMaPeriod());
  private final Rsi rsi = rsi(p.rsiPeriod());
  private final Indicator tape = use(new Tape(close));

  public EmaCross(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fast.crossesAbove(slow)
        && rsi.below(p.rsiOverbought())
        && tape.atOrAbove(0);
  }

  @Override
  public boolean exitLong() {
    return fast.crossesBelow(slow);
  }

  @Override
  public Terms terms() {
    return Terms.allIn()
        .stopLoss(p.stopLoss())
        .takeProfit(p.takeProfit());
  }

  /// Every bar gets a place of its own, and there are 3150.
  static final class Tape extends Indicator {
    private final double[] bars = new double[3150];
    private int next = 0;

    Tape(Line close) {
      super(1, close);
    }

    @Override
    protected double next() {
      bars[next] = next;
      next = next + 1;
      return bars[next - 1];
    }
  }
}
