import sorte.strategy.*;

/// Chooses the seed of an average, and switches over it.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Seed seed = p.period() > 100 ? Seed.FIRST_VALUE : Seed.MEAN;
  private final Ema ema = ema(p.period(), seed);

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return seed == Seed.MEAN && ema.above(average) || close.crossesAbove(ema);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
