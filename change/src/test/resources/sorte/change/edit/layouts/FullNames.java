package sorte.strategies;

public final class FullNames extends sorte.strategy.Strategy<FullNames.Parameters> {

  public record Parameters(
      @sorte.strategy.Bars(value = 20, min = 2, max = 400) int donchianPeriod,
      @sorte.strategy.Fraction(value = 0.03, min = 0.002, max = 0.2) double stopLoss) {}

  private final sorte.strategy.Donchian donchian = this.donchian(this.p.donchianPeriod());

  public FullNames(sorte.strategy.Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return this.close.above(this.donchian.upper());
  }

  @Override
  public boolean exitLong() {
    return this.close.below(this.donchian.lower());
  }

  @Override
  public sorte.strategy.Terms terms() {
    return sorte.strategy.Terms.allIn().stopLoss(this.p.stopLoss());
  }
}
