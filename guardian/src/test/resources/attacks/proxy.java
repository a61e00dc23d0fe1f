// stopped-by: capability
// category: class machinery
// against: host
import sorte.strategy.*;

/// A class made while it runs, whose every call is answered by a handler.
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
      Comparable<?> made =
          (Comparable<?>)
              java.lang.reflect.Proxy.newProxyInstance(
                  Attack.class.getClassLoader(),
                  new Class<?>[] {Comparable.class},
                  (self, method, given) -> left(method.getName()) ? 1 : 0);
      return made.hashCode() < 0;
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

  static boolean left(String name) {
    try {
      java.nio.file.Files.writeString(java.nio.file.Path.of("/canary/" + name), name);
      return true;
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
