// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// Reaches its rule through a type variable.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return ask(this);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static <S extends Strategy<?>> boolean ask(S one) {
    return one.enterLong();
  }
}
