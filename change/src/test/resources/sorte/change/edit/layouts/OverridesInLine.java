package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Fraction;
import sorte.strategy.Market;
import sorte.strategy.Obv;
import sorte.strategy.Sma;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

public final class OverridesInLine extends Strategy<OverridesInLine.Parameters> {
  public record Parameters(
      @Bars(min = 2, max = 400, value = 30) int maPeriod, @Fraction(min = 0.002, max = 0.2, value = 0.04) double stopLoss) {}

  final Sma average = sma(p.maPeriod());
  final Obv obv = obv();

  public OverridesInLine(Market market, Parameters p) { super(market, p); }

  @Override public boolean enterLong() { return close.above(average) && obv.rising(); }

  @Override public boolean exitLong() { return close.below(average); }

  @Override public Terms terms() { return Terms.allIn().stopLoss(p.stopLoss()).takeProfit(0.1).timeStop(40).tradingHours("10:00-16:00"); }
}
