// stopped-by: capability
// category: resources
// against: host
import sorte.strategy.*;

/// A record whose constructor makes another.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return new Turn(9).n() > 1;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Turn(int n) {
    Turn {
      if (n > 0) {
        n = new Turn(n).n();
      }
    }
  }
}
