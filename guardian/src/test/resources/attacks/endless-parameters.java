// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// Parameters that are never made.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {
    public Parameters {
      int n = 0;
      while (n >= 0) {
        n = (n + period) & 7;
      }
    }
  }

  private final Sma average = sma(p.period());

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
}
