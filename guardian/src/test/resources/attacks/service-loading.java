// stopped-by: capability
// category: class machinery
// against: host
import sorte.strategy.*;

/// Finds a tool of the JDK as a service and lets it write.
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
      for (java.util.spi.ToolProvider tool : java.util.ServiceLoader.load(java.util.spi.ToolProvider.class)) {
        if (tool.name().equals("jar")) {
          tool.run(System.out, System.err, "cfM", "/canary/made.jar", "-C", "/canary", "secret");
        }
      }
      return false;
    } catch (RuntimeException e) {
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
