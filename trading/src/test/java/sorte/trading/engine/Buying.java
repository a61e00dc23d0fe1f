package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Wants to be long at every bar, with no protective exit of its own.
public final class Buying extends Strategy<Buying.Parameters> {
  public record Parameters(@Bars(value = 2, min = 2, max = 9) int unused) {}

  public Buying(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return true;
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
