// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// A text put together, which asks a part for its own.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return ("level " + new Loud(close.value())).isEmpty();
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Loud(double level) {
    @Override
    public String toString() {
      return left("loud") ? "left" : "nothing";
    }
  }

  static boolean left(String name) {
    try {
      java.nio.file.Files.writeString(java.nio.file.Path.of("/canary/" + name), name);
      return true;
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
