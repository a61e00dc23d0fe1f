import sorte.strategy.*;

/// A sealed interface with a type argument, its records of their own types.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Reading<Side> r = new Found<>(Side.UP);
    return switch (r) {
      case Found<Side> f -> f.score() > 0 && close.above(average);
      case Lost<Side> l -> l.score() > 1;
    };
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  enum Side {
    UP,
    DOWN
  }

  sealed interface Reading<T extends Enum<T>> permits Found, Lost {
    int score();
  }

  record Found<T extends Enum<T>>(T what) implements Reading<T> {
    @Override
    public int score() {
      return 1;
    }
  }

  record Lost<T extends Enum<T>>(int why) implements Reading<T> {
    @Override
    public int score() {
      return why;
    }
  }
}
