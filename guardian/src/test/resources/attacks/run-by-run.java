// stopped-by: capability
// category: cheating the judgement
// against: judgement
// also: robustness
import sorte.strategy.*;

/// Counts its runs in the machine, to look back from a later run at what comes in this one.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final double seen = count();

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.value() > seen;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private static double count() {
    int runs = Integer.getInteger("runs", 0) + 1;
    System.setProperty("runs", "" + runs);
    return runs * 10;
  }
}
