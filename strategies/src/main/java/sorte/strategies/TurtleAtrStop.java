package sorte.strategies;

import sorte.strategy.Atr;
import sorte.strategy.Bars;
import sorte.strategy.Highest;
import sorte.strategy.Lowest;
import sorte.strategy.Market;
import sorte.strategy.Multiple;
import sorte.strategy.Seed;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Buys a close above the highest high of some weeks, leaves on one below the lowest low of fewer,
/// and holds with a stop some average true ranges away.
public final class TurtleAtrStop extends Strategy<TurtleAtrStop.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int donchianPeriod,
      @Bars(value = 10, min = 2, max = 200) int exitPeriod,
      @Bars(value = 20, min = 2, max = 100) int atrPeriod,
      @Multiple(value = 2, min = 0.5, max = 10) double atrMultiplier) {}

  private final Highest highest = highest(p.donchianPeriod());
  private final Lowest lowest = lowest(p.exitPeriod());
  private final Atr atr = atr(p.atrPeriod(), Seed.FIRST_VALUE);

  public TurtleAtrStop(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.above(highest);
  }

  @Override
  public boolean exitLong() {
    return close.below(lowest);
  }

  @Override
  public Terms terms() {
    return Terms.allIn()
        .stopLoss(atr.times(p.atrMultiplier()));
  }
}
