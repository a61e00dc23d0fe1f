// stopped-by: capability
// category: class machinery
// against: host
import sorte.strategy.*;

/// A loader of its own, for a class that it brings as bytes.
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
      return new Loader().make(bytes).getDeclaredConstructor().newInstance() == null;
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

  static final class Loader extends ClassLoader {
    Class<?> make(byte[] bytes) {
      return defineClass("Attack$Inside", bytes, 0, bytes.length);
    }
  }

  public static final class Inside {
    public Inside() throws java.io.IOException {
      new java.io.File("/canary/inside").createNewFile();
    }
  }
}
