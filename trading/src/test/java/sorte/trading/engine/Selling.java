package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Wants to be short at every bar, with no protective exit of its own.
public final class Selling extends Strategy<Selling.Parameters> {
  public record Parameters(@Bars(value = 2, min = 2, max = 9) int unused) {}

  public Selling(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterShort() {
    return true;
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
