// stopped-by: robustness
// category: resources
// against: host
import java.util.function.IntUnaryOperator;
import sorte.strategy.*;

/// A loop inside of a lambda.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final IntUnaryOperator spin =
      n -> {
        while (n < 10) {
          n = n == 9 ? 0 : n + 1;
        }
        return n;
      };

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return spin.applyAsInt(1) > 3;
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
