import sorte.strategy.*;

/// Crosses only in a trend that is one.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Adx strength = adx(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average) && strength.above(25) && strength.rising();
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
