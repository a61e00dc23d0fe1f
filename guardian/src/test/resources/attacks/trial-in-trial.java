// stopped-by: capability
import sorte.strategy.*;import sorte.strategy.run.*;
public final class Attack extends Strategy<Attack.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

  public Attack(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return Trial.of(Attack.class).closes(1, 2) != null;
  }
}
