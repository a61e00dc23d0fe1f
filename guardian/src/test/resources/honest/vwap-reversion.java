import sorte.strategy.*;

/// Below the price of the day, back to it.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Vwap day = vwap();

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.below(day.times(0.995)) && close.rising();
  }

  @Override
  public boolean exitLong() {
    return close.atOrAbove(day);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.02).cooldown(4);
  }
}
