package sorte.trading.backtest;

import sorte.strategy.Atr;
import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Fraction;
import sorte.strategy.Indicator;
import sorte.strategy.Line;
import sorte.strategy.Market;
import sorte.strategy.Multiple;
import sorte.strategy.Rsi;
import sorte.strategy.Series;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Looks at two slower timeframes, and holds one of them against its own.
public final class SlowTrend extends Strategy<SlowTrend.Parameters> {
  public record Parameters(
      @Bars(value = 9, min = 2, max = 100) int slowMaPeriod,
      @Bars(value = 5, min = 2, max = 100) int fastMaPeriod,
      @Multiple(value = 2, min = 0.5, max = 10) double atrMultiplier,
      @Fraction(value = 0.01, min = 0.001, max = 0.2) double reach) {}

  private final Series hours = series("1h");
  private final Series fourHours = series("4h");
  private final Ema fast = ema(p.fastMaPeriod());
  private final Ema trend = fourHours.ema(p.slowMaPeriod());
  private final Rsi rsi = rsi(hours.close(), 7);
  private final Atr atr = hours.atr(10);
  private final Distance distance = use(new Distance(close, trend));

  public SlowTrend(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(fast) && fourHours.close().above(trend) && rsi.below(80);
  }

  @Override
  public boolean exitLong() {
    return fourHours.close().crossesBelow(trend) || distance.below(-p.reach());
  }

  @Override
  public boolean enterShort() {
    return hours.close().falling() && fourHours.close().below(trend) && close.crossesBelow(fast);
  }

  @Override
  public boolean exitShort() {
    return fourHours.close().crossesAbove(trend) || distance.above(p.reach());
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(atr.times(p.atrMultiplier()));
  }

  /// How far the price is from a slow line, as a part of it.
  static final class Distance extends Indicator {
    private final Line price;
    private final Line from;

    Distance(Line price, Line from) {
      super(1, price, from);
      this.price = price;
      this.from = from;
    }

    @Override
    protected double next() {
      return price.value() / from.value() - 1;
    }
  }
}
