import sorte.strategy.*;

/// An interface with default, static and private methods.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return Score.of(close.value(), average.value()).good();
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  sealed interface Score permits Ratio {
    double value();

    default boolean good() {
      return scaled() > 1.002;
    }

    private double scaled() {
      return Math.max(0, value());
    }

    static Score of(double a, double b) {
      return new Ratio(a, b);
    }
  }

  record Ratio(double a, double b) implements Score {
    @Override
    public double value() {
      return a / b;
    }
  }
}
