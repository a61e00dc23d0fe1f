import sorte.strategy.*;

/// The trend of four hours, the entry of a quarter.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Series fourHours = series("4h");
  private final Ema trend = fourHours.ema(10);

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fourHours.close().above(trend) && close.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return fourHours.close().crossesBelow(trend);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
