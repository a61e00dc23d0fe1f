package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Macd;
import sorte.strategy.Market;
import sorte.strategy.Seed;
import sorte.strategy.Strategy;

/// Buys when the MACD crosses above its signal, and leaves when it crosses back.
public final class MacdCross extends Strategy<MacdCross.Parameters> {

  public record Parameters(
      @Bars(value = 12, min = 2, max = 100) int macdFast,
      @Bars(value = 26, min = 3, max = 200) int macdSlow,
      @Bars(value = 9, min = 2, max = 100) int macdSignal) {}

  private final Macd macd = macd(p.macdFast(), p.macdSlow(), p.macdSignal(), Seed.FIRST_VALUE);

  public MacdCross(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return macd.crossesAbove(macd.signal());
  }

  @Override
  public boolean exitLong() {
    return macd.crossesBelow(macd.signal());
  }
}
