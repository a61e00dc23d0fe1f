import sorte.strategy.*;

/// Every word of the terms but the stop on a line.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period,
      @Bars(value = 4, min = 0, max = 100) int pause,
      @Fraction(value = 0.06, min = 0.005, max = 0.5) double target,
      @Level(value = 55, min = 5, max = 95) double level,
      @Multiple(value = 2, min = 0.5, max = 10) double times,
      @Money(value = 2500, min = 10, max = 100000) double amount) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.investMoney(2_500)
        .stopLoss(0.02)
        .takeProfit(p.target())
        .takeProfitByStop(p.times())
        .risk(0.01)
        .trailingStop(0.05)
        .timeStop(48)
        .cooldown(p.pause())
        .tradingHours("09:00-17:30")
        .withoutReversing()
        .renewing();
  }
}
