import sorte.strategy.*;

/// A function type of its own that speaks in numbers.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Weigh weigh = (price, mean, bars) -> (price / mean - 1) * bars;

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return weigh.of(close.value(), average.value(), p.period()) > 0.1;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  @FunctionalInterface
  interface Weigh {
    double of(double price, double mean, int bars);
  }
}
