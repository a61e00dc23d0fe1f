// stopped-by: capability
import sorte.strategy.*;

/// The same chain, through a component of any type.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Growing growing = use(new Growing(close));

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return growing.above(3);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Pair<A, B>(A first, B second) {}

  static final class Growing extends Indicator {
    private final Line of;
    private Object last;

    Growing(Line of) {
      super(1, of);
      this.of = of;
    }

    @Override
    protected double next() {
      last = new Pair<>(last, of);
      return of.value();
    }
  }
}
