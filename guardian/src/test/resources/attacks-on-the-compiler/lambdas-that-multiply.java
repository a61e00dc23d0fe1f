// stopped-by: compile
import sorte.strategy.*;

/// Lambdas in lambdas whose types the compiler tries in every combination.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return both(x0 -> both(x1 -> both(x2 -> both(x3 -> both(x4 -> both(x5 -> both(x6 -> both(x7 -> both(x8 -> both(x9 -> both(x10 -> both(x11 -> both(x12 -> both(x13 -> both(x14 -> both(x15 -> both(x16 -> both(x17 -> both(x18 -> both(x19 -> both(x20 -> both(x21 -> both(x22 -> both(x23 -> both(x24 -> both(x25 -> x25)))))))))))))))))))))))))) > 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  interface One {
    double at(double x);
  }

  interface Two {
    int at(int x);
  }

  static double both(One f) {
    return f.at(1);
  }

  static int both(Two f) {
    return f.at(1);
  }
}
