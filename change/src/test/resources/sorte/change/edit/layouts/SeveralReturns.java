package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

public final class SeveralReturns extends Strategy<SeveralReturns.Parameters> {

  public record Parameters(
      @Bars(value = 12, min = 2, max = 100) int fastMaPeriod,
      @Bars(value = 26, min = 3, max = 400) int slowMaPeriod,
      @Bars(value = 14, min = 2, max = 100) int rsiPeriod) {}

  private final Ema fast = ema(p.fastMaPeriod());
  private final Ema slow = ema(p.slowMaPeriod());
  private final Rsi rsi = rsi(p.rsiPeriod());

  public SeveralReturns(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    if (rsi.above(70)) {
      return false;
    }
    return fast.above(slow);
  }

  @Override
  public boolean exitLong() {
    boolean below = fast.below(slow);
    boolean weak = rsi.below(40) || rsi.falling();
    return below && weak;
  }

  @Override
  public Terms terms() {
    if (p.fastMaPeriod() > 50) {
      return Terms.allIn();
    }
    return Terms.invest(0.5);
  }
}
