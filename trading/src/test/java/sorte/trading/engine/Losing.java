package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Turns its position at every bar and bleeds fees.
public final class Losing extends Strategy<Losing.Parameters> {
  public record Parameters(@Bars(value = 2, min = 2, max = 9) int every) {}

  private int asked;

  public Losing(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return ++asked % p.every() == 0;
  }

  @Override
  public boolean enterShort() {
    return asked % p.every() != 0;
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
