package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Ends the program that runs it as soon as it loses.
public final class ExitsTheSystem extends Strategy<ExitsTheSystem.Parameters> {

  public record Parameters(@Bars(value = 20, min = 2, max = 100) int maPeriod) {}

  private final Ema average = ema(p.maPeriod());

  public ExitsTheSystem(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    if (close.below(average)) {
      System.exit(0);
    }
    return close.above(average);
  }

  @Override
  public boolean exitLong() {
    return close.below(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
