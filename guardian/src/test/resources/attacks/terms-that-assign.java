// stopped-by: capability
// category: cheating the judgement
// against: judgement
import sorte.strategy.*;

/// Remembers while the terms are asked for.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private int asked;

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return asked > 0 && close.below(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    asked++;
    return Terms.allIn();
  }
}
