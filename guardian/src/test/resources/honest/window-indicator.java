import sorte.strategy.*;
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}
  private final Median m = use(new Median(close, p.period()));
  public Honest(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return close.above(m);
  }
  static final class Median extends Indicator { private final Line l; private final double[] w; private int at; Median(Line l, int n) { super(n, l); this.l = l; this.w = new double[n]; } @Override protected double next() { w[at] = l.value(); at = (at + 1) % w.length; double s = 0; for (int i = 0; i < w.length; i++) { s += w[i]; } return s / w.length; } }
}
