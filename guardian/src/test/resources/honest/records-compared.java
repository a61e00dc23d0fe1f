import sorte.strategy.*;

/// Records that are equal or not.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return !new Bar(open.value(), close.value(), Side.UP).equals(new Bar(open.previous(), close.previous(), Side.UP))
        && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  enum Side {
    UP,
    DOWN
  }

  record Bar(double open, double close, Side side) {}
}
