import sorte.strategy.*;

/// 移動平均　より上: words with the spaces of another script.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 25, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    // 移動平均　より上　で買う, 10 000 bars
    return close.crossesAbove(average);
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
