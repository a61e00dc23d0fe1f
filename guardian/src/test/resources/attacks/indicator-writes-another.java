// stopped-by: capability
import sorte.strategy.*;

/// An indicator that writes into another one.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Count count = use(new Count(close));
  private final Spy spy = use(new Spy(close, count));

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

  static final class Count extends Indicator {
    int n;

    Count(Line of) {
      super(1, of);
    }

    @Override
    protected double next() {
      return n;
    }
  }

  static final class Spy extends Indicator {
    private final Count other;

    Spy(Line of, Count other) {
      super(1, of);
      this.other = other;
    }

    @Override
    protected double next() {
      other.n += 2;
      return other.n;
    }
  }
}
