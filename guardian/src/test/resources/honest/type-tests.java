import sorte.strategy.*;

/// Tests of types, with names and patterns.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Object seen = close.rising() ? new Up(close.value()) : Mood.DOWN;
    if (seen instanceof Up(double at) && at > average.value()) {
      return true;
    }
    if (!(seen instanceof Mood mood)) {
      return false;
    }
    return mood == Mood.UP || mood.equals(Mood.UP) || mood.compareTo(Mood.UP) > 5;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Up(double at) {}

  enum Mood {
    UP,
    DOWN
  }
}
