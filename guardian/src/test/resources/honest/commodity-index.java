import sorte.strategy.*;

/// Leaves the zone it fell into.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Cci index = cci(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return index.crossesAbove(-100);
  }

  @Override
  public boolean exitLong() {
    return index.crossesBelow(100);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
