// stopped-by: capability
// category: resources
// against: host
import sorte.strategy.*;

/// Two records that call each other through their interface.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return new A(1).go(1) > 1;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  sealed interface Node permits A, B {
    double go(double x);
  }

  record A(int n) implements Node {
    @Override
    public double go(double x) {
      Node other = new B(n);
      return other.go(x);
    }
  }

  record B(int n) implements Node {
    @Override
    public double go(double x) {
      Node other = new A(n);
      return other.go(x);
    }
  }
}
