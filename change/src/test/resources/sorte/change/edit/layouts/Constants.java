package sorte.strategies;

import static java.lang.Math.abs;

import sorte.strategy.Bars;
import sorte.strategy.Fraction;
import sorte.strategy.Market;
import sorte.strategy.Roc;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;
import sorte.strategy.Wma;

public final class Constants extends Strategy<Constants.Parameters> {
  private static final int WEEK = 5;
  private static final int MONTH = 4 * WEEK + 1;
  static final double PERCENT = 1 / 100.0;

  public record Parameters(
      @Bars(value = MONTH, min = WEEK, max = 0x190) int maPeriod,
      @Bars(value = 1_0, min = 0b10, max = 1_00) int rocPeriod,
      @Fraction(value = 3 * PERCENT, min = 0.2 * PERCENT, max = 20 * PERCENT) double stopLoss,
      @Fraction(value = 6.0e-2, min = 5e-3d, max = .5) double takeProfit) {}

  private final Wma average = wma(p.maPeriod());
  private final Roc roc = roc(p.rocPeriod());

  public Constants(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.above(average) && roc.above(-1.5) && abs(roc.value()) > 2 * PERCENT;
  }

  @Override
  public boolean exitLong() {
    return close.below(average) || roc.below(-PERCENT * WEEK);
  }

  @Override
  public Terms terms() {
    return Terms.invest(50 * PERCENT).stopLoss(p.stopLoss()).takeProfit(p.takeProfit());
  }
}
