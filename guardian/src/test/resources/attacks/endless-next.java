// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// An indicator that never gives its value.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Spin spin = use(new Spin(close));

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return spin.above(1);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Spin extends Indicator {
    private long n;

    Spin(Line of) {
      super(1, of);
    }

    @Override
    protected double next() {
      while (n >= 0) {
        n = (n + 1) & 1023;
      }
      return n;
    }
  }
}
