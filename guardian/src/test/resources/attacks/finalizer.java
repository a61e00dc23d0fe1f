// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// Code for the garbage collector to run, by the old way.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    new Left();
    return false;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Left {
    @Override
    protected void finalize() {
      left("finalizer");
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
