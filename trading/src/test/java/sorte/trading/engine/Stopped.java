package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Wants to be long at every bar, with a stop a twentieth below.
public final class Stopped extends Strategy<Stopped.Parameters> {
  public record Parameters(@Bars(value = 2, min = 2, max = 9) int unused) {}

  public Stopped(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return true;
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.05);
  }
}
