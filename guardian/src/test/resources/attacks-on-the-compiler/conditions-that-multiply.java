// stopped-by: compile
// category: compile time
// against: compiler
import sorte.strategy.*;

/// Conditions as arguments of overloaded methods, each tried for every one of them.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return m(open.rising() ? m(open.rising() ? m(open.rising() ? m(open.rising() ? m(open.rising() ? m(
        open.rising() ? m(open.rising() ? m(open.rising() ? m(open.rising() ? m(open.rising() ? m(open.rising(
        ) ? m(open.rising() ? m(open.rising() ? m(open.rising() ? m(open.rising() ? m(open.rising() ?
         m(open.rising() ? m(open.rising() ? m(open.rising() ? m(open.rising() ? m(open.rising() ? m(
        open.rising() ? 1 : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) : null) > 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private static double m(double x) {
    return x;
  }

  private static double m(Double x) {
    return x;
  }

  private static double m(Object x) {
    return 1;
  }
}
