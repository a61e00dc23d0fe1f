import sorte.strategy.*;

/// Indicators with a base of their own.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Fast fast = use(new Fast(close));
  private final Slow slow = use(new Slow(close));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fast.crossesAbove(slow);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  abstract static class Smoothed extends Indicator {
    private final Line of;
    private double level = Double.NaN;

    Smoothed(Line of, int bars) {
      super(bars, of);
      this.of = of;
    }

    abstract double weight();

    @Override
    protected double next() {
      double x = of.value();
      level = Double.isNaN(level) ? x : level + weight() * (x - level);
      return level;
    }
  }

  static final class Fast extends Smoothed {
    Fast(Line of) {
      super(of, 5);
    }

    @Override
    double weight() {
      return 0.4;
    }
  }

  static final class Slow extends Smoothed {
    Slow(Line of) {
      super(of, 20);
    }

    @Override
    double weight() {
      return 0.1;
    }
  }
}
