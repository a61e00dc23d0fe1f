// stopped-by: capability
// category: host data
// against: host
import sorte.strategy.*;

/// Appends to a file through a stream that packs.
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
      try (java.util.zip.GZIPOutputStream out =
          new java.util.zip.GZIPOutputStream(new java.io.FileOutputStream("/canary/secret", true))) {
        out.write(1);
      }
      return false;
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
