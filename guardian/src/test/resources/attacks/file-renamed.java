// stopped-by: capability
// category: host data
// against: host
import sorte.strategy.*;

/// Moves a file out of the way.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    try {
      java.nio.file.Path file = java.nio.file.Path.of("/canary/secret");
      return java.nio.file.Files.move(file, file.resolveSibling("moved")) == null;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
