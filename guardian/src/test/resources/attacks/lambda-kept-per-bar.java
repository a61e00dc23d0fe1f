// stopped-by: performance
import java.util.function.DoubleSupplier;
import sorte.strategy.*;

/// A lambda that holds a value, made a thousand times a bar.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    int n = 0;
    for (int i = 0; i < 1000; i++) {
      DoubleSupplier x = close.times(1)::value;
      n += x == null ? 0 : 1;
    }
    return n > 1;
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
