// stopped-by: capability
// category: cheating the judgement
// against: judgement
import sorte.strategy.*;

/// Counts across all runs, in an indicator.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Spy spy = use(new Spy(close));

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return spy.above(100);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Spy extends Indicator {
    private static long all;

    Spy(Line of) {
      super(1, of);
      all++;
    }

    @Override
    protected double next() {
      return all;
    }
  }
}
