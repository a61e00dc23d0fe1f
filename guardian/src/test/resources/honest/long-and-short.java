import sorte.strategy.*;

/// One side or the other, never both.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Ema slow = ema(3 * p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return regime() == Regime.UP && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return regime() != Regime.UP;
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private enum Regime {
    UP,
    DOWN,
    FLAT
  }

  private Regime regime() {
    if (average.above(slow) && slow.rising()) {
      return Regime.UP;
    }
    return average.below(slow) && slow.falling() ? Regime.DOWN : Regime.FLAT;
  }

  @Override
  public boolean enterShort() {
    return regime() == Regime.DOWN && close.below(average);
  }

  @Override
  public boolean exitShort() {
    return regime() != Regime.DOWN;
  }
}
