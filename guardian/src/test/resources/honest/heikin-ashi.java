import sorte.strategy.*;

/// Bars of averages.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Bars2 bars = use(new Bars2(open, high, low, close));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return bars.crossesAbove(0);
  }

  @Override
  public boolean exitLong() {
    return bars.crossesBelow(0);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Bars2 extends Indicator {
    private final Line open;
    private final Line high;
    private final Line low;
    private final Line close;
    private double o = Double.NaN;
    private double c = Double.NaN;

    Bars2(Line open, Line high, Line low, Line close) {
      super(10, open, high, low, close);
      this.open = open;
      this.high = high;
      this.low = low;
      this.close = close;
    }

    @Override
    protected double next() {
      double now = (open.value() + high.value() + low.value() + close.value()) / 4;
      o = Double.isNaN(o) ? open.value() : (o + c) / 2;
      c = now;
      return c - o;
    }
  }
}
