// stopped-by: capability
// category: cheating the judgement
// against: judgement
import sorte.strategy.*;

/// Keeps the market it was given.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private Market kept;

  public Attack(Market market, Parameters p) {
    super(market, p);
    kept = market;
  }

  @Override
  public boolean enterLong() {
    Object seen = kept;
    return ((Market) seen) != null;
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
