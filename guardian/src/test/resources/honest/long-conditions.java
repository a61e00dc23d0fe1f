import sorte.strategy.*;

/// Long conditions over many lines, with conditions in conditions.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Rsi rsi = rsi(14);
  private final Atr atr = atr(14);

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    boolean calm = atr.value() / close.value() < 0.05;
    int votes = (close.above(average) ? 1 : 0) + (rsi.above(50) ? 1 : 0) + (volume.rising() ? 1 : 0);
    return calm
        ? votes >= 2
        : votes == 3 && (close.value() - open.value() > 0.5 * (high.value() - low.value())
            || close.crossesAbove(average) && !rsi.above(80));
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
