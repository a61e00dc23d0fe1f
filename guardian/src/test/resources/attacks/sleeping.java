// stopped-by: capability
// category: resources
// against: host
import sorte.strategy.*;

/// Sleeps in the middle of a decision.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L);
    return close.below(average);
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
