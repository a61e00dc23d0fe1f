import sorte.strategy.*;

/// A rule and an indicator whose methods bear the same names, each its own.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Count count = use(new Count(close));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return shown() > 1 && new Seen(close.value()).take() > 0 && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Seen(double at) {
    double take() {
      return at;
    }
  }

  private double shown() {
    return count.value() * 2;
  }

  static final class Count extends Indicator {
    private final Line of;
    private double sum;

    Count(Line of) {
      super(1, of);
      this.of = of;
    }

    double take() {
      sum += of.value() > of.previous() ? 1 : 0;
      return sum;
    }

    @Override
    protected double next() {
      return take();
    }
  }
}
