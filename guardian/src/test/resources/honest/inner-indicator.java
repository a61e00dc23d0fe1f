import sorte.strategy.*;

/// An indicator that reads the fields of its strategy.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Gap gap = use(new Gap());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return gap.above(0) && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  final class Gap extends Indicator {
    private double last;

    Gap() {
      super(2, close, average);
    }

    @Override
    protected double next() {
      double gap = close.value() - average.value();
      double change = gap - last;
      last = gap;
      return change + p.period() * 0.001;
    }
  }
}
