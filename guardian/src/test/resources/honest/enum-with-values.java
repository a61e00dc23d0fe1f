import sorte.strategy.*;

/// An enum whose constants carry numbers.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return mood().weight() * close.value() > average.value() && mood().calm();
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
    CALM(1.0, true),
    WILD(0.98, false);

    private final double weight;
    private final boolean calm;

    Mood(double weight, boolean calm) {
      this.weight = weight;
      this.calm = calm;
    }

    double weight() {
      return weight;
    }

    boolean calm() {
      return calm;
    }
  }

  private Mood mood() {
    return high.value() > low.value() * 1.01 ? Mood.WILD : Mood.CALM;
  }
}
