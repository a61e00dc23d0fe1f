import sorte.strategy.*;

/// Switches over an enum of its own and over one of the API, as words and as values.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    int score = switch (mood()) {
      case UP -> 2;
      case DOWN -> -2;
      case FLAT -> 0;
    };
    switch (mood()) {
      case UP:
        score++;
        break;
      case DOWN:
        score--;
        break;
      default:
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

  enum Mood {
    UP,
    DOWN,
    FLAT
  }

  private Mood mood() {
    return close.rising() ? Mood.UP : close.falling() ? Mood.DOWN : Mood.FLAT;
  }
}
