// stopped-by: capability
// category: cheating the judgement
// against: judgement
import sorte.strategy.*;

/// Takes the time of its own work: in a trial the machine is slower.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    long start = System.nanoTime();
    double sum = 0;
    for (int i = 0; i < 1_000; i++) {
      sum += Math.sqrt(i);
    }
    return sum > 0 && System.nanoTime() - start < 1_000_000_000_000L && close.crossesAbove(average);
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
