import java.util.function.DoublePredicate;
import sorte.strategy.*;

/// Lambdas that hold numbers, a line, a record and the strategy itself.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Band band = new Band(low.value(), high.value());
    double share = 0.25;
    DoublePredicate inside = x -> x > band.low() + share * (band.high() - band.low());
    return inside.test(close.value()) && any(x -> close.above(x) && average.below(x));
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Band(double low, double high) {}

  private boolean any(DoublePredicate test) {
    return test.test(open.value()) || test.test(low.value());
  }
}
