import sorte.strategy.*;
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}
  private final Gap gap = use(new Gap(open, close));
  public Honest(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return gap.above(0.5);
  }
  static final class Gap extends Indicator { private final Line o; private final Line c; private double sum; Gap(Line o, Line c) { super(2, o, c); this.o = o; this.c = c; } @Override protected double next() { sum = 0.9 * sum + o.value() - c.previous(); return sum; } }
}
