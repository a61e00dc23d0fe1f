import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import sorte.strategy.*;

/// References to lines, to functions of the library and to its own methods.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Rsi rsi = rsi(14);
  private final DoubleSupplier strength = rsi::value;
  private final DoubleSupplier price = close::value;
  private final DoublePredicate over = average::below;
  private final DoubleUnaryOperator root = Math::sqrt;
  private final DoubleUnaryOperator log = StrictMath::log;
  private final DoubleBinaryOperator score = this::score;
  private final DoubleUnaryOperator half = Honest::half;

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return over.test(price.getAsDouble())
        && score.applyAsDouble(strength.getAsDouble(), root.applyAsDouble(log.applyAsDouble(2))) > half.applyAsDouble(80);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private double score(double a, double b) {
    return a * b * p.period() / p.period();
  }

  private static double half(double x) {
    return x / 2;
  }
}
