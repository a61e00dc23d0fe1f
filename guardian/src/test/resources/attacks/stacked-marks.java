// stopped-by: source
// category: source text
// against: text
import sorte.strategy.*;

/// Marks upon marks over one letter, which cover the lines around it.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average); // x̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷̸̵̶̷
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
