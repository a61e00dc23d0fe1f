// stopped-by: performance
import sorte.strategy.*;

/// Lines times ever new numbers: an object for each.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    double x = 0;
    for (int i = 0; i < 2_000; i++) {
      x += close.times(i * 0.5).value();
    }
    return x > 1;
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
