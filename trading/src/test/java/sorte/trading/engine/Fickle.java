package sorte.trading.engine;

import java.util.concurrent.atomic.AtomicInteger;
import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Each of its instances decides otherwise: what no gate lets pass.
public final class Fickle extends Strategy<Fickle.Parameters> {
  public record Parameters(@Bars(value = 3, min = 2, max = 9) int every) {}

  private static final AtomicInteger INSTANCES = new AtomicInteger();

  private int asked = INSTANCES.incrementAndGet();

  public Fickle(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    asked += 1 + asked % 5;
    return asked % p.every() == 0;
  }

  @Override
  public boolean exitLong() {
    return asked % 7 == 0;
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
