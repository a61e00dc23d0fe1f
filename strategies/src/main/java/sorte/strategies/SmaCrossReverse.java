package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Sma;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Always in the market: long from the fast average's crossing above the slow one, short from its
/// crossing below. Where the averages touched and parted again on the same side, the crossing is a new
/// one, and the trade is renewed.
public final class SmaCrossReverse extends Strategy<SmaCrossReverse.Parameters> {

  public record Parameters(
      @Bars(value = 10, min = 2, max = 200) int fastMaPeriod,
      @Bars(value = 20, min = 3, max = 400) int slowMaPeriod) {}

  private final Sma fast = sma(p.fastMaPeriod());
  private final Sma slow = sma(p.slowMaPeriod());

  public SmaCrossReverse(Market market, Parameters p) {
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
        .renewing();
  }
}
