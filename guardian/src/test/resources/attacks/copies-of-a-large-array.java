// stopped-by: capability
// category: resources
// against: host
import sorte.strategy.*;

/// Copies a large array again and again, where only its making was paid.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Load load = use(new Load(close));

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return load.above(1);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  enum Copy {
    ONE;

    static double[] of(double[] a) {
      return a.clone();
    }
  }

  static final class Load extends Indicator {
    Load(Line of) {
      super(1, of);
      double[] a = new double[900_000];
      for (int i = 0; i < 9_000; i++) {
        a = Copy.of(a);
      }
    }

    @Override
    protected double next() {
      return 1;
    }
  }
}
