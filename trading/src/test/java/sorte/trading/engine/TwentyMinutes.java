package sorte.trading.engine;

import sorte.strategy.Market;
import sorte.strategy.Series;
import sorte.strategy.Strategy;

/// Looks at bars that quarters of an hour do not make.
public final class TwentyMinutes extends Strategy<TwentyMinutes.Parameters> {
  public record Parameters() {}

  private final Series twenty = series("20m");

  public TwentyMinutes(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return twenty.close().rising();
  }
}
