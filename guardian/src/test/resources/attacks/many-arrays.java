// stopped-by: robustness
import sorte.strategy.*;

/// Small arrays, a great many of them.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
    long n = 0;
    for (int i = 0; i < 20_000; i++) {
      n += new long[1_000].length;
    }
    if (n < 0) {
      throw null;
    }
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average);
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
