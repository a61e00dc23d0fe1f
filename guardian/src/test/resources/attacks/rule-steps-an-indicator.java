// stopped-by: capability
import sorte.strategy.*;

/// Brings an indicator up to date a second time, out of a rule.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Count count = use(new Count(close));

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return count.next() > 3;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Count extends Indicator {
    private int n;

    Count(Line of) {
      super(1, of);
    }

    @Override
    protected double next() {
      return ++n;
    }
  }
}
