// stopped-by: capability
import sorte.strategy.*;
public final class Attack extends Strategy<Attack.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

  public Attack(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return close.above(new Gap(close));
  }
  static final class Gap extends Indicator { final Line l; Gap(Line l) { super(1, l); this.l = l; } @Override protected double next() { return l.value(); } }
}
