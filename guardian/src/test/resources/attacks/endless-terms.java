// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// Terms that are never said.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

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
    double f = 0.5;
    while (f < 1) {
      f = f < 0.9 ? f + 0.1 : 0.5;
    }
    return Terms.invest(f);
  }
}
