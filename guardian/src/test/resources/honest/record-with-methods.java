import sorte.strategy.*;

/// A record with constants, a short constructor, methods and a factory.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return Ratio.of(close.value(), average.value()).beyond(Ratio.LEAST);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Ratio(double of, double to) {
    static final double LEAST = 1.001;

    Ratio {
      to = to == 0 ? 1 : to;
    }

    Ratio(double of) {
      this(of, 1);
    }

    static Ratio of(double a, double b) {
      return b > 1e9 ? new Ratio(a) : new Ratio(a, b);
    }

    boolean beyond(double least) {
      return of / to > least;
    }
  }
}
