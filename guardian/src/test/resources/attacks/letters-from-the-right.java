// stopped-by: source
// category: source text
// against: text
import sorte.strategy.*;

/// Numbers between letters that run from right to left change places for the reader, who sees the second one first.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
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
    return Terms.allIn().stopLoss(/*א*/ 0.9 - 0.8 /*ב*/);
  }
}
