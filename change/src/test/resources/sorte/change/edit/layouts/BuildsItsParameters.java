package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Sma;
import sorte.strategy.Strategy;

/// Makes its own parameters in one place, so that their number is not the editor's to change.
public final class BuildsItsParameters extends Strategy<BuildsItsParameters.Parameters> {

  public record Parameters(
      @Bars(value = 8, min = 2, max = 100) int fastMaPeriod,
      @Bars(value = 16, min = 3, max = 400) int slowMaPeriod) {
    static Parameters doubled(Parameters p) {
      return new Parameters(p.fastMaPeriod * 2, p.slowMaPeriod * 2);
    }
  }

  private final Sma fast = sma(Parameters.doubled(p).fastMaPeriod());
  private final Sma slow = sma(p.slowMaPeriod());

  public BuildsItsParameters(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fast.crossesAbove(slow);
  }

  @Override
  public boolean exitLong() {
    return fast.crossesBelow(slow);
  }
}
