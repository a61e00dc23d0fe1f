// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// A loop in the default method of an interface.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return new Up(1).spin() > 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  interface Spinning {
    double by();

    default double spin() {
      double x = by();
      while (x > 0) {
        x = x > 9 ? 1 : x + 1;
      }
      return x;
    }
  }

  record Up(double by) implements Spinning {}
}
