import sorte.strategy.*;

/// A line that follows from below and gives way only once.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Trend trend = use(new Trend(close, atr(p.period())));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return trend.crossesAbove(0);
  }

  @Override
  public boolean exitLong() {
    return trend.below(0);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Trend extends Indicator {
    private static final double TIMES = 3;

    private final Line close;
    private final Line range;
    private double floor = -1e18;
    private double ceiling = 1e18;
    private boolean up = true;

    Trend(Line close, Line range) {
      super(2, close, range);
      this.close = close;
      this.range = range;
    }

    @Override
    protected double next() {
      double c = close.value();
      double r = TIMES * range.value();
      floor = up ? Math.max(floor, c - r) : c - r;
      ceiling = up ? c + r : Math.min(ceiling, c + r);
      if (up && c < floor) {
        up = false;
        ceiling = c + r;
      } else if (!up && c > ceiling) {
        up = true;
        floor = c - r;
      }
      return up ? 1 : -1;
    }
  }
}
