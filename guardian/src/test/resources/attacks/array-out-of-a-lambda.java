// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// An array of a size that a lambda works out.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Make make = double[]::new;
  private final double[] window = make.of(90_000_000);

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  interface Make {
    double[] of(int n);
  }
}
