// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// The same, with a lambda in the equality so that it looks made by the compiler.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.value() > 0 && new Outer(new Inner(1)).equals(new Outer(new Inner(2)));
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
      java.util.function.BooleanSupplier decoy = () -> level > 0;
      return decoy.getAsBoolean()
          && new Outer(new Inner(level)).equals(new Outer(new Inner(level + 1)));
    }

    @Override
    public int hashCode() {
      java.util.function.IntSupplier decoy = () -> 1;
      return decoy.getAsInt();
    }
  }
}
