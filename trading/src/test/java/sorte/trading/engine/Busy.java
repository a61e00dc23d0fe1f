package sorte.trading.engine;

import sorte.meter.Meter;
import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;
import sorte.trading.release.MeterControl;

/// Once it has been asked often enough, spins in each decision for nearly all the steps it has, so
/// that the trader's thread is hardly ever anywhere else; and wants to be long and out in turn.
public final class Busy extends Strategy<Busy.Parameters> {
  public record Parameters(@Bars(value = 3010, min = 2, max = 9999) int calm) {}

  private int asked;

  public Busy(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    if (++asked > p.calm()) {
      for (int i = 0; i < MeterControl.DECISION_FUEL * 9 / 10; i++) {
        Meter.spend(1);
      }
    }
    return true;
  }

  @Override
  public boolean exitLong() {
    return asked % 2 == 0;
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
