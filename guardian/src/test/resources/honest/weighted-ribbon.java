import sorte.strategy.*;

/// Three weighted averages in order.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Wma a = wma(p.period());
  private final Wma b = wma(2 * p.period());
  private final Wma c = wma(3 * p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return a.above(b) && b.above(c) && a.rising();
  }

  @Override
  public boolean exitLong() {
    return a.below(b);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
