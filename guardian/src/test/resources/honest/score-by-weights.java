import sorte.strategy.*;

/// A sum of weights, as a model would be.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Rsi rsi = rsi(p.period());
  private final Roc roc = roc(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return score() > 0.6;
  }

  @Override
  public boolean exitLong() {
    return score() < 0.4;
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private static final double BIAS = -0.2;

  private double score() {
    double x = BIAS + 0.03 * (rsi.value() - 50) + 0.1 * roc.value();
    return 1 / (1 + StrictMath.exp(-x));
  }
}
