// stopped-by: compile
// category: class machinery
// against: host
import sorte.strategy.*;

/// Calls the compiler of the JDK and lets it write a class.
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
      java.nio.file.Path source = java.nio.file.Path.of("/canary/Made.java");
      java.nio.file.Files.writeString(source, "class Made {}");
      return javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "/canary/Made.java") == 0;
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
