// stopped-by: capability
import sorte.strategy.*;

/// Makes terms, one after another, where nothing may be made.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Terms kept = Terms.allIn();
    for (int i = 0; i < 1000; i++) {
      kept = kept.stopLoss(0.02);
    }
    return kept != null;
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
