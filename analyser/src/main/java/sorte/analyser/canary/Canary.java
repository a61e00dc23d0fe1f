package sorte.analyser.canary;

import java.util.Random;
import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Strategy;

/// A strategy with a fault for each analyser: an index that is never there for SpotBugs, numbers
/// that can be guessed for Find Security Bugs, a condition said twice for our own rules. It is
/// compiled, looked at, and never loaded.
@SuppressWarnings("all")
public final class Canary extends Strategy<Canary.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

  private final Ema mean = ema(p.period());
  private final double[] ring = new double[4];

  public Canary(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.above(mean) && close.above(mean);
  }

  @Override
  public boolean exitLong() {
    double[] few = new double[2];
    few[5] = new Random().nextDouble();
    return few[0] > ring[0];
  }
}
