// stopped-by: capability
// category: host data
// against: host
import java.nio.file.Files;
import java.nio.file.Path;
import sorte.strategy.*;

/// Reads a file whole.
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
      return Files.readString(Path.of("/canary/secret")).equals("key-in-the-file");
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
