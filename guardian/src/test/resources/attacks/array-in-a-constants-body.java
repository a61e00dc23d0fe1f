// stopped-by: capability
// category: cheating the judgement
// against: judgement
import sorte.strategy.*;

/// State that outlives the strategy: an array in the body of one constant of an enum.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Counting counting = use(new Counting(close));

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return counting.above(3);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  enum Memory {
    SEEN {
      private final double[] kept = new double[4];

      @Override
      double[] kept() {
        return kept;
      }
    };

    abstract double[] kept();
  }

  static final class Counting extends Indicator {
    Counting(Line close) {
      super(1, close);
    }

    @Override
    protected double next() {
      double[] kept = Memory.SEEN.kept();
      kept[0] += 1;
      return kept[0];
    }
  }
}
