import sorte.strategy.*;

/// Terms that depend on the parameters.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Atr atr = atr(14);
  private final Scaled distance = atr.times(3);

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    Terms terms = p.period() > 50 ? Terms.allIn() : Terms.invest(0.5);
    if (p.period() % 2 == 0) {
      terms = terms.stopLoss(distance);
    }
    return terms.takeProfit(Math.clamp(p.period() * 0.01, 0.02, 0.3));
  }
}
