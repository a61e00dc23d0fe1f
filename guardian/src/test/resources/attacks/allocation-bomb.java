// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;
public final class Attack extends Strategy<Attack.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}
  private final double[] a = new double[1 << 28];
  public Attack(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return close.rising();
  }
}
