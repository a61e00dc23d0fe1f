// stopped-by: capability
import java.util.List;
import sorte.strategy.*;

/// A loop over a list, which asks for its iterator.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final List<Line> lines = List.of(open, high, close);

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    for (Line line : lines) {
      if (line.falling()) {
        return false;
      }
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
}
