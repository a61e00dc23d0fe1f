import sorte.strategy.*;

/// Bands narrower than their average, then out of them.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Bollinger bands = bollinger(p.period(), 2);
  private final Width width = use(new Width(bands));
  private final Sma widths = sma(width, p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return width.value() < widths.value() && close.crossesAbove(bands.upper());
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Width extends Indicator {
    private final Line upper;
    private final Line lower;
    private final Line middle;

    Width(Bollinger bands) {
      super(1, bands.upper(), bands.lower(), bands.middle());
      this.upper = bands.upper();
      this.lower = bands.lower();
      this.middle = bands.middle();
    }

    @Override
    protected double next() {
      return (upper.value() - lower.value()) / middle.value();
    }
  }
}
