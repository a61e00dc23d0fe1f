import sorte.strategy.*;

/// A bar within the one before it, then out of it upwards.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Inside inside = use(new Inside(high, low));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return inside.previous() > 0 && close.above(inside.ceiling);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Inside extends Indicator {
    private final Line high;
    private final Line low;
    private double ceiling;

    Inside(Line high, Line low) {
      super(2, high, low);
      this.high = high;
      this.low = low;
    }

    @Override
    protected double next() {
      boolean within = high.value() < high.previous() && low.value() > low.previous();
      if (within) {
        ceiling = high.value();
      }
      return within ? 1 : 0;
    }
  }
}
