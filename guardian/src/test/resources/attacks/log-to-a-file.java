// stopped-by: compile
// category: host data
// against: host
import sorte.strategy.*;

/// Has the log of the JDK write where it likes.
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
      new java.util.logging.FileHandler("/canary/log").publish(
          new java.util.logging.LogRecord(java.util.logging.Level.INFO, "here"));
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
