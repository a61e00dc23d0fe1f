// stopped-by: capability
import sorte.strategy.*;

/// The same chain, its links known only by an interface.
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

  sealed interface Chain permits Link, End {}

  record Link(double value, Chain before) implements Chain {}

  record End() implements Chain {}

  static final class Growing extends Indicator {
    private final Line of;
    private Chain last = new End();

    Growing(Line of) {
      super(1, of);
      this.of = of;
    }

    @Override
    protected double next() {
      last = new Link(of.value(), last);
      return of.value();
    }
  }
}
