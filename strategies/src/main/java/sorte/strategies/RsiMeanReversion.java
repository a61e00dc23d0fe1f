package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Level;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;

/// Buys what has fallen too far, and leaves when it has come back halfway.
public final class RsiMeanReversion extends Strategy<RsiMeanReversion.Parameters> {

  public record Parameters(
      @Bars(value = 14, min = 2, max = 100) int rsiPeriod,
      @Level(value = 30, min = 5, max = 50) double rsiOversold,
      @Level(value = 50, min = 40, max = 95) double rsiOverbought) {}

  private final Rsi rsi = rsi(p.rsiPeriod());

  public RsiMeanReversion(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return rsi.below(p.rsiOversold());
  }

  @Override
  public boolean exitLong() {
    return rsi.above(p.rsiOverbought());
  }
}
