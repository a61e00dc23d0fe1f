import sorte.strategy.*;

/// The histogram turns while the trend is up.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Macd macd = macd(12, 26, 9);

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return macd.histogram().rising()
        && macd.histogram().below(0)
        && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return macd.crossesBelow(macd.signal());
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
