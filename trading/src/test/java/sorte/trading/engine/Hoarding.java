package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Takes memory once it has been asked often enough.
public final class Hoarding extends Strategy<Hoarding.Parameters> {
  public record Parameters(@Bars(value = 3050, min = 2, max = 9999) int calm) {}

  private int asked;
  private byte[] hoard = new byte[0];

  public Hoarding(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    if (++asked > p.calm()) {
      hoard = new byte[2_000_000 + hoard.length % 2];
    }
    return false;
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
