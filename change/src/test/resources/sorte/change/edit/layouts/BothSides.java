package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Cci;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;
import sorte.strategy.Vwap;

/// Four rules, in as many styles.
public final class BothSides extends Strategy<BothSides.Parameters> {

  public record Parameters(
      @Bars(value = 12, min = 2, max = 100) int fastMaPeriod,
      @Bars(value = 26, min = 3, max = 400) int slowMaPeriod,
      @Bars(value = 20, min = 2, max = 400) int cciPeriod) {}

  private final Ema fast = ema(p.fastMaPeriod());
  private final Ema slow = ema(p.slowMaPeriod());
  private final Cci cci = cci(p.cciPeriod());
  private final Vwap vwap = vwap();
  private final Rsi rsi = rsi(14);

  public BothSides(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fast.above(slow) &&
        (cci.below(-100) || rsi.below(25) && close.rising()) && // cheap
        !(close.above(vwap) && volume.falling());
  }

  @Override
  public boolean exitLong() {
    return (fast.below(slow)
            && cci.above(0))
        || (close.below(vwap)
            && rsi.above(50)
            && volume.rising());
  }

  @Override
  public boolean enterShort() {
    final boolean down = fast.below(slow);
    final boolean dear = cci.above(100) || rsi.above(75);
    return down && dear;
  }

  @Override
  public boolean exitShort() {
    return up() || close.value() > vwap.value() && cci.value() < 50.0;
  }

  private boolean up() {
    return fast.above(slow);
  }

  @Override
  public Terms terms() {
    return Terms.invest(0.25)
        .stopLoss(0.02)
        .trailingStop(0.015)
        .cooldown(2);
  }
}
