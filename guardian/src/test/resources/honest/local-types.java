import sorte.strategy.*;

/// Records, enums and interfaces declared where they are used.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    record Range(double from, double to) {
      double size() {
        return to - from;
      }
    }
    enum Size {
      SMALL,
      LARGE
    }
    var range = new Range(low.value(), high.value());
    var size = range.size() > average.value() * 0.01 ? Size.LARGE : Size.SMALL;
    return size == Size.LARGE && close.above(average);
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
