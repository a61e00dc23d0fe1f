// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;
public final class Attack extends Strategy<Attack.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

  public Attack(Market market, Parameters p) {
    super(market, p); double[] a = null; for (int i = 0; i < 100000; i++) { a = new double[100000]; }
  }
  @Override public boolean enterLong() {
    return close.rising();
  }
}
