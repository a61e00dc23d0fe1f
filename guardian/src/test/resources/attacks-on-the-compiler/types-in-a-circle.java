// stopped-by: compile
// category: compile time
// against: compiler
import sorte.strategy.*;

/// A type that is below another one only if it is below it.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Below<? super Circle<Byte>> one = new Circle<Byte>();
    return one != null;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  interface Below<Z> {}

  static final class Circle<X> implements Below<Below<? super Circle<Circle<X>>>> {}
}
