import sorte.strategy.*;

/// Small methods that call each other, none of them back.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return trend() && calm() && strength() > 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private boolean trend() {
    return above(close, average) && slope(average) > 0;
  }

  private boolean calm() {
    return spread() < 0.05;
  }

  private double strength() {
    return slope(close) * (1 - spread());
  }

  private double spread() {
    return (high.value() - low.value()) / close.value();
  }

  private static double slope(Line line) {
    return line.value() - line.previous();
  }

  private static boolean above(Line a, Line b) {
    return a.above(b);
  }
}
