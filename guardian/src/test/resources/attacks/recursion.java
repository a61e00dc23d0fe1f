// stopped-by: capability
// category: resources
// against: host
import sorte.strategy.*;
public final class Attack extends Strategy<Attack.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

  public Attack(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return f(1) > 0;
  }
  double f(double x) { return f(x + 1); }
}
