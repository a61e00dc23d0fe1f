import sorte.strategy.*;

/// Sells short alone.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Rsi rsi = rsi(14);

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return false;
  }

  @Override
  public boolean exitLong() {
    return false;
  }

  @Override
  public boolean enterShort() {
    return close.crossesBelow(average) && rsi.above(30);
  }

  @Override
  public boolean exitShort() {
    return close.crossesAbove(average) || rsi.below(20);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
