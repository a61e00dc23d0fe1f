// stopped-by: capability
import sorte.strategy.*;
public final class Attack extends Strategy<Attack.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}
  interface F extends java.io.Serializable { double f(double x); }
  private final F f = x -> x;
  public Attack(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return close.rising();
  }
}
