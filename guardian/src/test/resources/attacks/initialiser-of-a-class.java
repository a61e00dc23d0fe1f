// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// Code that runs where a class is first named.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return Lazy.level > 1e9;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Lazy {
    static double level = left("lazy") ? 1 : 0;
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
