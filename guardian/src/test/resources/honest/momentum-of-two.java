import sorte.strategy.*;

/// Two rates of change agree.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 14, min = 2, max = 200) int period,
      @Bars(value = 50, min = 5, max = 400) int slow) {}

  private final Roc fast = roc(p.period());
  private final Roc slow = roc(p.slow());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fast.above(0) && slow.above(0) && !(fast.falling() && slow.falling());
  }

  @Override
  public boolean exitLong() {
    return fast.below(0) || slow.below(0);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
