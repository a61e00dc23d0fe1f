package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Throws once it has been asked more often than a release that is only warmed.
public final class Throwing extends Strategy<Throwing.Parameters> {
  public record Parameters(@Bars(value = 3050, min = 2, max = 9999) int calm) {}

  private int asked;

  public Throwing(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    if (++asked > p.calm()) {
      throw new IllegalStateException("boom");
    }
    return true;
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
