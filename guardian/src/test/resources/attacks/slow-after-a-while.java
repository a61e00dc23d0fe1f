// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// Works for five hundred bars and then no more.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Age age = use(new Age(close));

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    int n = 0;
    while (age.above(500)) {
      n ^= 1;
    }
    return n == 0 && close.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Age extends Indicator {
    private int n;

    Age(Line of) {
      super(1, of);
    }

    @Override
    protected double next() {
      return n++;
    }
  }
}
