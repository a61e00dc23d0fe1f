// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// Spends all in the accessor of a record, where a pattern turns the error into another.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Object seen = new Heavy(1);
    return switch (seen) {
      case Heavy(double by) -> by > 1;
      default -> false;
    };
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Heavy(double by) {
    @Override
    public double by() {
      double x = by;
      while (x > 0) {
        x = x > 9 ? 1 : x + 1;
      }
      return x;
    }
  }
}
