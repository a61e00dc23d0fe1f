// stopped-by: capability
import java.util.List;
import sorte.strategy.*;

/// The same, the array within a list.
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

  enum Store {
    ONE;

    final List<double[]> cells = List.of(new double[1]);
  }

  static final class Spy extends Indicator {
    Spy(Line of) {
      super(1, of);
    }

    @Override
    protected double next() {
      return Store.ONE.cells.get(0)[0]++;
    }
  }
}
