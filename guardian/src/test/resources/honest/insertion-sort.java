import sorte.strategy.*;

/// Keeps the last values in order: a small sort, each bar.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Median median = use(new Median(close, 9));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return median.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Median extends Indicator {
    private final Line of;
    private final double[] ring;
    private final double[] sorted;
    private int at;

    Median(Line of, int bars) {
      super(bars, of);
      this.of = of;
      this.ring = new double[bars];
      this.sorted = new double[bars];
    }

    @Override
    protected double next() {
      ring[at] = of.value();
      at = (at + 1) % ring.length;
      for (int i = 0; i < ring.length; i++) {
        double x = ring[i];
        int j = i - 1;
        while (j >= 0 && sorted[j] > x) {
          sorted[j + 1] = sorted[j];
          j--;
        }
        sorted[j + 1] = x;
      }
      return sorted[sorted.length / 2];
    }
  }
}
