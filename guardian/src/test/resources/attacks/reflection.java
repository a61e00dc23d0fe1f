// stopped-by: capability
// category: class machinery
// against: host
import sorte.strategy.*;

/// Reads a file by methods that it knows by their names alone.
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
      Object path =
          Class.forName("java.nio.file.Path")
              .getMethod("of", String.class, String[].class)
              .invoke(null, "/canary/secret", new String[0]);
      return Class.forName("java.nio.file.Files")
          .getMethod("readString", Class.forName("java.nio.file.Path"))
          .invoke(null, path)
          .equals("key-in-the-file");
    } catch (ReflectiveOperationException e) {
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
