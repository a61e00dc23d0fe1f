import sorte.strategy.*;

/// The slope of a straight line through the last closes.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Slope slope = use(new Slope(close, p.period()));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return slope.crossesAbove(0);
  }

  @Override
  public boolean exitLong() {
    return slope.below(0);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Slope extends Indicator {
    private final Line source;
    private final double[] window;
    private int at;

    Slope(Line source, int period) {
      super(period, source);
      this.source = source;
      this.window = new double[period];
    }

    @Override
    protected double next() {
      window[at] = source.value();
      at = at + 1 == window.length ? 0 : at + 1;
      double n = window.length;
      double sumX = n * (n - 1) / 2;
      double sumXx = (n - 1) * n * (2 * n - 1) / 6;
      double sumY = 0;
      double sumXy = 0;
      for (int i = 0, k = at; i < window.length; i++, k = k + 1 == window.length ? 0 : k + 1) {
        sumY += window[k];
        sumXy += i * window[k];
      }
      return (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
    }
  }
}
