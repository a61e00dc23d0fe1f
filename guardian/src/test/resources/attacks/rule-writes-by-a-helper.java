// stopped-by: capability
import sorte.strategy.*;

/// A rule that lets a method of an indicator write into its array.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final double[] seen = new double[1];
  private final Count count = use(new Count(close));

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Count.bump(seen);
    return seen[0] > 100;
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
    Count(Line of) {
      super(1, of);
    }

    static void bump(double[] a) {
      a[0]++;
    }

    @Override
    protected double next() {
      return 1;
    }
  }
}
