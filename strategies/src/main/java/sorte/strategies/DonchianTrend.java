package sorte.strategies;

import sorte.strategy.Adx;
import sorte.strategy.Atr;
import sorte.strategy.Bars;
import sorte.strategy.Donchian;
import sorte.strategy.Level;
import sorte.strategy.Market;
import sorte.strategy.Multiple;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Follows a breakout of the channel while there is a trend, up or down, with a stop some average
/// true ranges away and a pause after each trade.
public final class DonchianTrend extends Strategy<DonchianTrend.Parameters> {

  public record Parameters(
      @Bars(value = 40, min = 5, max = 300) int donchianPeriod,
      @Bars(value = 14, min = 2, max = 100) int adxPeriod,
      @Level(value = 20, min = 5, max = 60) double adxThreshold,
      @Bars(value = 20, min = 2, max = 100) int atrPeriod,
      @Multiple(value = 3, min = 0.5, max = 10) double atrMultiplier,
      @Bars(value = 4, min = 0, max = 200) int cooldown) {}

  private final Donchian donchian = donchian(p.donchianPeriod());
  private final Adx adx = adx(p.adxPeriod());
  private final Atr atr = atr(p.atrPeriod());

  public DonchianTrend(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.above(donchian.upper())
        && adx.above(p.adxThreshold());
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(donchian.middle());
  }

  @Override
  public boolean enterShort() {
    return close.below(donchian.lower())
        && adx.above(p.adxThreshold());
  }

  @Override
  public boolean exitShort() {
    return close.crossesAbove(donchian.middle());
  }

  @Override
  public Terms terms() {
    return Terms.allIn()
        .stopLoss(atr.times(p.atrMultiplier()))
        .cooldown(p.cooldown());
  }
}
