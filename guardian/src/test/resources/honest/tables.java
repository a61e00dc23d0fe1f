import sorte.strategy.*;

/// Tables of numbers made in the constructor, lines in an array.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Weighted weighted = use(new Weighted(close, open, low));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return weighted.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Weighted extends Indicator {
    private final Line[] lines;
    private final double[] weights = {0.5, 0.3, 0.2};

    Weighted(Line... lines) {
      super(1, lines);
      this.lines = lines;
    }

    @Override
    protected double next() {
      double sum = 0;
      for (int i = 0; i < lines.length; i++) {
        sum += weights[i] * lines[i].value();
      }
      return sum;
    }
  }
}
