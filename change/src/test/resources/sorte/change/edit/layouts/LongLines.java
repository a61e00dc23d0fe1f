package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Level;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

public final class LongLines extends Strategy<LongLines.Parameters> {

  public record Parameters(@Bars(value = 12, min = 2, max = 100) int fastMaPeriod, @Bars(value = 26, min = 3, max = 400) int slowMaPeriod, @Bars(value = 14, min = 2, max = 100) int rsiPeriod, @Level(value = 30, min = 5, max = 50) double rsiOversold) {}

  private final Ema theAverageThatFollowsThePriceMoreQuicklyThanTheOtherOne = ema(p.fastMaPeriod());
  private final Ema theAverageThatFollowsThePriceLessQuicklyThanTheOtherOne = ema(p.slowMaPeriod());
  private final Rsi strength = rsi(p.rsiPeriod());

  public LongLines(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return theAverageThatFollowsThePriceMoreQuicklyThanTheOtherOne.crossesAbove(theAverageThatFollowsThePriceLessQuicklyThanTheOtherOne) && strength.above(p.rsiOversold()) && close.rising(); // one long line
  }

  @Override
  public boolean exitLong() {
    return theAverageThatFollowsThePriceMoreQuicklyThanTheOtherOne.crossesBelow(theAverageThatFollowsThePriceLessQuicklyThanTheOtherOne);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03).takeProfit(0.06).trailingStop(0.02).timeStop(100).cooldown(5).tradingHours("09:00-17:30");
  }
}
