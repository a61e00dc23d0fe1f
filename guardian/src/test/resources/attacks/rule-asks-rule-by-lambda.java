// stopped-by: capability
// category: resources
// against: host
import java.util.function.BooleanSupplier;
import sorte.strategy.*;

/// A rule that asks itself through a lambda.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    BooleanSupplier again = () -> enterLong();
    return again.getAsBoolean();
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
