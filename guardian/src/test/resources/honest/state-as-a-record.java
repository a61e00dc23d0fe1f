import sorte.strategy.*;

/// An indicator that keeps a record from bar to bar.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Swing swing = use(new Swing(high, low));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return swing.above(0.02) && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Point(double high, double low, long at) {}

  static final class Swing extends Indicator {
    private final Line high;
    private final Line low;
    private Point last = new Point(0, 1e300, 0);

    Swing(Line high, Line low) {
      super(2, high, low);
      this.high = high;
      this.low = low;
    }

    @Override
    protected double next() {
      last =
          new Point(
              Math.max(last.high() * 0.999, high.value()),
              Math.min(last.low() * 1.001, low.value()),
              last.at() + 1);
      return last.high() / last.low() - 1;
    }
  }
}
