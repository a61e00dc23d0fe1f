// stopped-by: capability
import sorte.strategy.*;

/// A record that a loop walks by an iterator.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    int n = 0;
    for (Double x : new Walk()) {
      n++;
    }
    return n > 1;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Walk() implements Iterable<Double> {
    @Override
    public java.util.Iterator<Double> iterator() {
      return null;
    }
  }
}
