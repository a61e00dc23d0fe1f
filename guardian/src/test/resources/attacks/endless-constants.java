// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// An enum whose constants are never there.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return Mode.A.ordinal() == 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  enum Mode {
    A;

    private final int n;

    Mode() {
      int i = 0;
      while (i >= 0) {
        i = (i + 1) & 15;
      }
      n = i;
    }
  }
}
