// stopped-by: capability
// category: resources
// against: host
import sorte.strategy.*;

/// A lambda that is given itself.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Self around = (self, n) -> self.at(self, n - 1);

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return around.at(around, 3) > 1;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  interface Self {
    double at(Self self, double n);
  }
}
