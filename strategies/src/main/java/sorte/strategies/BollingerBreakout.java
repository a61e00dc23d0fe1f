package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Bollinger;
import sorte.strategy.Market;
import sorte.strategy.Multiple;
import sorte.strategy.Strategy;

/// Buys a close above the upper band, and leaves on one below the middle.
public final class BollingerBreakout extends Strategy<BollingerBreakout.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int bollingerPeriod,
      @Multiple(value = 2, min = 0.5, max = 5) double bollingerDeviations) {}

  private final Bollinger bollinger = bollinger(p.bollingerPeriod(), p.bollingerDeviations());

  public BollingerBreakout(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.above(bollinger.upper());
  }

  @Override
  public boolean exitLong() {
    return close.below(bollinger.middle());
  }
}
