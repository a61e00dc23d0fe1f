// stopped-by: compile
import sorte.strategy.*;

/// Another meaning for a comparison.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Liar extends Indicator {
    Liar(Line of) {
      super(1, of);
    }

    @Override
    public boolean above(double level) {
      return true;
    }

    @Override
    protected double next() {
      return 0;
    }
  }
}
