// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// A loop whose only jump back is a switch.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    int state = 0;
    while (true) {
      switch (state) {
        case 0 -> state = 1;
        case 1 -> state = 2;
        case 2 -> state = 0;
        default -> {
          return true;
        }
      }
    }
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
