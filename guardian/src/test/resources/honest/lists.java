import java.util.List;
import sorte.strategy.*;

/// Lists of lines and of records of its own.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final List<Line> lines = List.of(average, open);
  private final List<Level> levels = List.of(new Level(0.99, 1), new Level(1.01, 2));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    double score = 0;
    for (int i = 0; i < levels.size(); i++) {
      score += close.above(lines.get(i).times(levels.get(i).times())) ? levels.get(i).points() : 0;
    }
    return score > 2;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Level(double times, int points) {}
}
