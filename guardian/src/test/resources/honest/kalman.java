import sorte.strategy.*;

/// A filter with a few numbers of state.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Kalman kalman = use(new Kalman(close, 0.01, 1));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return kalman.rising() && kalman.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Kalman extends Indicator {
    private final Line of;
    private final double noise;
    private final double spread;
    private double level;
    private double doubt = 1e6;

    Kalman(Line of, double noise, double spread) {
      super(3, of);
      this.of = of;
      this.noise = noise;
      this.spread = spread;
    }

    @Override
    protected double next() {
      doubt += noise;
      double gain = doubt / (doubt + spread);
      level = Math.fma(gain, of.value() - level, level);
      doubt *= 1 - gain;
      return level;
    }
  }
}
