package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Sma;
import sorte.strategy.Strategy;

/// Buys when the fast average crosses above the slow one, and leaves when it crosses back.
public final class SmaCrossLong extends Strategy<SmaCrossLong.Parameters> {

  public record Parameters(
      @Bars(value = 10, min = 2, max = 200) int fastMaPeriod,
      @Bars(value = 20, min = 3, max = 400) int slowMaPeriod) {}

  private final Sma fast = sma(p.fastMaPeriod());
  private final Sma slow = sma(p.slowMaPeriod());

  public SmaCrossLong(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fast.crossesAbove(slow);
  }

  @Override
  public boolean exitLong() {
    return fast.crossesBelow(slow);
  }
}
