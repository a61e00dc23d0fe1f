// stopped-by: capability
import sorte.strategy.*;

/// A counter of the library, in a rule that assigns nothing.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final java.util.concurrent.atomic.AtomicLong n =
      new java.util.concurrent.atomic.AtomicLong();

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return n.incrementAndGet() > 100;
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
