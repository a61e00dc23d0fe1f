package sorte.strategies;

import sorte.strategy.Adx;
import sorte.strategy.Atr;
import sorte.strategy.Bars;
import sorte.strategy.Level;
import sorte.strategy.Market;
import sorte.strategy.Multiple;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// The parameters stand beside the class.
record TrendParameters(
    @Bars(value = 14, min = 2, max = 100) int adxPeriod,
    @Level(value = 25, min = 5, max = 60) double adxThreshold,
    @Bars(value = 14, min = 2, max = 100) int atrPeriod,
    @Multiple(value = 3, min = 0.5, max = 10) double atrMultiplier) {
}

public final class ParametersOfTheFile extends Strategy<TrendParameters> {

  private final Adx adx = adx(p.adxPeriod());
  private final Atr atr = atr(p.atrPeriod());

  public ParametersOfTheFile(Market market, TrendParameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return adx.above(p.adxThreshold()) && close.rising();
  }

  @Override
  public boolean exitLong() {
    return adx.below(15);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(atr.times(p.atrMultiplier())).cooldown(3);
  }
}

final class Beside {
  private Beside() {}
}
