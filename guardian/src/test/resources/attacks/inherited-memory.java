// stopped-by: compile
import sorte.strategy.*;

public final class Attack extends Attack.Kept {

  public Attack(Market market, Attack.Parameters p) {
    super(market, p);
  }

  public record Parameters(@Bars(value = 20, min = 2, max = 200) int period) {}

  abstract static class Kept extends Strategy<Attack.Parameters> {
    int seen;

    Kept(Market market, Attack.Parameters p) {
      super(market, p);
    }

    @Override
    public boolean enterLong() {
      return seen++ > 100;
    }
  }
}
