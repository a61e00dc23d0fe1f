// stopped-by: source
// category: source text
// against: text
import sorte.strategy.*;

/// An escape with several letters u, as the language allows, which ends a text.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average) && "\uuu0022 != null || close.value() > 0 || \uuu0022" != null;
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
