import sorte.strategy.*;

/// Fields that the constructor assigns, one by one.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final double factor;
  private final int bars;
  private final Ema slow;

  public Honest(Market market, Parameters p) {
    super(market, p);
    this.bars = Math.max(3, p.period() / 2);
    this.factor = 1 + bars * 0.0001;
    this.slow = ema(bars * 3);
  }

  @Override
  public boolean enterLong() {
    return close.above(slow.times(factor)) && bars > 2;
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
