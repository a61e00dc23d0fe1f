// stopped-by: capability
// category: resources
// against: host
import java.util.function.DoubleSupplier;
import sorte.strategy.*;

/// Calls itself through a reference to the method of an interface.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return new Turn(0).go() > 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  interface Step {
    double go();
  }

  record Turn(int n) implements Step {
    @Override
    public double go() {
      Step next = new Turn(n + 1);
      DoubleSupplier again = next::go;
      return n > 40 ? 1 : again.getAsDouble() + again.getAsDouble();
    }
  }
}
