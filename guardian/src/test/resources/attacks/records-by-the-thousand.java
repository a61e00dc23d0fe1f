// stopped-by: performance
import sorte.strategy.*;

/// A record for each step of a search, each bar.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Best best = new Best(0, 0);
    for (int i = 0; i < 900; i++) {
      Best other = new Best(i, close.value() * i);
      best = better(best, other, i);
    }
    return best.at() > average.value();
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Best(int index, double at) {}

  private Best better(Best a, Best b, int i) {
    return a.at() * i > b.at() ? pick(a, b, i) : b;
  }

  private Best pick(Best a, Best b, int i) {
    return i % 2 == 0 ? new Best(a.index(), b.at()) : new Best(b.index(), a.at());
  }
}
