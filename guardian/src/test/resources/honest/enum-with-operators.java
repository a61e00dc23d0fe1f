import java.util.function.DoubleBinaryOperator;
import sorte.strategy.*;

/// An enum whose constants are functions of numbers.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return Blend.MEAN.of(open.value(), close.value()) > average.value()
        && Blend.valueOf("LEAST").of(open.value(), close.value()) > average.value() * 0.99;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  enum Blend {
    MEAN((a, b) -> (a + b) / 2),
    LEAST(Math::min),
    MOST(Math::max);

    private final DoubleBinaryOperator by;

    Blend(DoubleBinaryOperator by) {
      this.by = by;
    }

    double of(double a, double b) {
      return by.applyAsDouble(a, b);
    }
  }
}
