// stopped-by: capability
import sorte.strategy.*;

/// A record made into text, with all that its parts do on the way.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return ("at " + new Seen(close.value())).length() > 20;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Seen(double level) {
    @Override
    public String toString() {
      return "seen";
    }
  }
}
