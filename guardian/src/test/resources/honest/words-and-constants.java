import sorte.strategy.*;

/// Constant texts, long comments, marks.
/// A risk-adjusted-position-sizing idea ⚠️, described as task-oriented-and-disk-independent: \"no\" secret.
/// Preço acima da média móvel → compra; señal; größer.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    // token: none; secret is a word; senha também
    int bars = LOOKBACK * HOURS;
    return NAME != null && close.above(average.times(FACTOR)) && bars > 0 && LETTER > 64;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final String NAME = "média " + "cruzada";
  static final double FACTOR = 1.0 + 0.001;
  static final char LETTER = '\'' + 40;
  private static final int HOURS = 24;
  private static final int LOOKBACK = HOURS / 2;
}
