// stopped-by: robustness
// category: resources
// against: host
import sorte.strategy.*;

/// A guard that sends the switch back to its start, in a loop of its own.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Seen seen = new Up(1);
    int n = 0;
    while (n < 10) {
      n += switch (seen) {
        case Up(double by) when by > 5 -> 1;
        case Up _ -> 0;
        case Down _ -> 1;
      };
    }
    return true;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  sealed interface Seen permits Up, Down {}

  record Up(double by) implements Seen {}

  record Down(double by) implements Seen {}
}
