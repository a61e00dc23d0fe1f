// stopped-by: capability
// category: class machinery
// against: host
import sorte.strategy.*;

/// Defines a class that has no name.
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
      byte[] bytes = Attack.class.getResourceAsStream("Attack$Inside.class").readAllBytes();
      return java.lang.invoke.MethodHandles.lookup().defineHiddenClass(bytes, true) == null;
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

  static final class Inside {
    static {
      left("inside");
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
