import sorte.strategy.*;

/// A median, sorted by hand.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Median middle = use(new Median(close));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.above(middle) && middle.rising();
  }

  @Override
  public boolean exitLong() {
    return close.below(middle);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Median extends Indicator {
    private final Line source;
    private final double[] last = new double[5];
    private final double[] sorted = new double[5];
    private int at;

    Median(Line source) {
      super(5, source);
      this.source = source;
    }

    @Override
    protected double next() {
      last[at] = source.value();
      at = (at + 1) % last.length;
      for (int i = 0; i < last.length; i++) {
        double value = last[i];
        int j = i;
        while (j > 0 && sorted[j - 1] > value) {
          sorted[j] = sorted[j - 1];
          j--;
        }
        sorted[j] = value;
      }
      return sorted[2];
    }
  }
}
