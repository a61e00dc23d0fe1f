package sorte.trading.engine;

import sorte.meter.Meter;
import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Spins, and swallows what the meter throws, once it has been asked often enough. Pays its meter
/// as woven code does.
public final class Spinning extends Strategy<Spinning.Parameters> {
  public record Parameters(@Bars(value = 3050, min = 2, max = 9999) int calm) {}

  private int asked;

  public Spinning(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    if (++asked > p.calm()) {
      for (int i = 0; i < 10_000_000; i++) {
        try {
          Meter.spend(100);
        } catch (Throwable _) {
          return true; // as a hostile strategy would
        }
      }
    }
    return asked % 2 == 0;
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
