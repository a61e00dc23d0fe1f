// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;
public final class Attack extends Strategy<Attack.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

  public Attack(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    int i = 0; while (true) { i += 3; if (i == 1 && close.value() < -1) { return true; } }
  }
}
