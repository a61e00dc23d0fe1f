package sorte.trading.backtest;

import sorte.strategy.Atr;
import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Multiple;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Its trailing stop hangs on its stop, and nothing it holds is turned round.
public final class TrailsByTheStop extends Strategy<TrailsByTheStop.Parameters> {
  public record Parameters(
      @Bars(value = 5, min = 2, max = 100) int fastMaPeriod,
      @Bars(value = 12, min = 2, max = 100) int slowMaPeriod,
      @Multiple(value = 2, min = 0.5, max = 10) double atrMultiplier,
      @Multiple(value = 1.5, min = 0.1, max = 20) double trailingMultiplier) {}

  private final Ema fast = ema(p.fastMaPeriod());
  private final Ema slow = ema(p.slowMaPeriod());
  private final Atr atr = atr(14);

  public TrailsByTheStop(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fast.crossesAbove(slow);
  }

  @Override
  public boolean enterShort() {
    return fast.crossesBelow(slow);
  }

  @Override
  public Terms terms() {
    return Terms.allIn()
        .stopLoss(atr.times(p.atrMultiplier()))
        .trailingStopByStop(p.trailingMultiplier())
        .withoutReversing();
  }
}
