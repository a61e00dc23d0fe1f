import sorte.strategy.*;

/// So many deviations from the mean.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period,
      @Multiple(value = 2, min = 0.5, max = 5) double deviations) {}

  private final Sma average = sma(p.period());
  private final Bollinger bands = bollinger(p.period(), 1);

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return score(close.value()) < -p.deviations();
  }

  @Override
  public boolean exitLong() {
    return score(close.value()) > 0;
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private double score(double price) {
    double middle = bands.middle().value();
    double deviation = bands.upper().value() - middle;
    return deviation > 0 ? (price - middle) / deviation : 0;
  }
}
