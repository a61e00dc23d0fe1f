// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// Three loops of a thousand, each harmless alone.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    int n = 0;
    for (int i = 0; i < 1000; i++) {
      for (int j = 0; j < 1000; j++) {
        for (int k = 0; k < 1000; k++) {
          n ^= i + j + k;
        }
      }
    }
    return n > 1;
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
