package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Does something else at random at every bar, from a seed that is made of what it has seen.
public final class Hostile extends Strategy<Hostile.Parameters> {
  public record Parameters(@Bars(value = 2, min = 2, max = 9) int every) {}

  private long state = 88172645463325252L;

  public Hostile(Market market, Parameters p) {
    super(market, p);
  }

  private boolean drawn(int oneIn) {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return Math.floorMod(state, oneIn) == 0;
  }

  @Override
  public boolean enterLong() {
    return drawn(p.every());
  }

  @Override
  public boolean exitLong() {
    return drawn(3);
  }

  @Override
  public boolean enterShort() {
    return drawn(2);
  }

  @Override
  public boolean exitShort() {
    return drawn(3);
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
