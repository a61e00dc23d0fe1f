// stopped-by: capability
// category: cheating the judgement
// against: judgement
import sorte.strategy.*;

/// State that outlives the strategy: an array in a constant.
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

    final double[] cells = new double[4];
  }

  static final class Spy extends Indicator {
    Spy(Line of) {
      super(1, of);
    }

    @Override
    protected double next() {
      Store.ONE.cells[0] += 1;
      return Store.ONE.cells[0];
    }
  }
}
