// stopped-by: capability
import sorte.strategy.*;

/// Defines a class that has no name.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
    try {
      java.lang.invoke.MethodHandles.lookup().defineHiddenClass(new byte[0], false);
    } catch (IllegalAccessException e) {
      throw new AssertionError();
    }
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
