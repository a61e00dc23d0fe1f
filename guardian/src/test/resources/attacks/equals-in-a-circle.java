// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// Two records whose equality asks for each other: a recursion that no call shows.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return new Outer(new Inner(1)).equals(new Outer(new Inner(1)));
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Outer(Inner in) {}

  record Inner(double level) {
    @Override
    public boolean equals(Object other) {
      return new Outer(new Inner(level)).equals(new Outer(new Inner(level)));
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}
