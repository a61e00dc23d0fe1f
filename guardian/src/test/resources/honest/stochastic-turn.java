import sorte.strategy.*;

/// Oversold and turning.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Stochastic oscillator = stochastic(14, 3, 3);

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return oscillator.k().crossesAbove(oscillator.d()) && oscillator.k().below(20);
  }

  @Override
  public boolean exitLong() {
    return oscillator.k().above(80);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
