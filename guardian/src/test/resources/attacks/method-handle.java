// stopped-by: capability
// category: class machinery
// against: host
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import sorte.strategy.*;

/// Reads a file through a handle on a method.
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
      MethodHandle read =
          MethodHandles.lookup()
              .findStatic(Files.class, "readString", MethodType.methodType(String.class, Path.class));
      return read.invoke(Path.of("/canary/secret")).equals("key-in-the-file");
    } catch (Throwable e) {
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
