import sorte.strategy.*;

/// A tree, as a learner would give it.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Rsi rsi = rsi(p.period());
  private final Roc roc = roc(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    if (rsi.below(40)) {
      if (close.above(average)) {
        return roc.above(-2);
      } else {
        return roc.above(1.5) && volume.above(0);
      }
    } else if (rsi.below(60)) {
      return average.rising();
    }
    return false;
  }

  @Override
  public boolean exitLong() {
    return rsi.above(75) || (rsi.below(45) && average.falling());
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
