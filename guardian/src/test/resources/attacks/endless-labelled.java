// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// Two loops with a jump from the inner to the outer.
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
    outer:
    for (int i = 0; ; i++) {
      for (int j = 0; j < 3; j++) {
        if (j == 1) {
          continue outer;
        }
        n += j;
      }
      if (n < 0) {
        break;
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
