package sorte.trading.backtest;

import sorte.strategy.Bars;
import sorte.strategy.Indicator;
import sorte.strategy.Line;
import sorte.strategy.Market;
import sorte.strategy.Sma;
import sorte.strategy.Strategy;

/// Its rules see more of its own indicator than the line.
public final class OwnMemory extends Strategy<OwnMemory.Parameters> {
  public record Parameters(@Bars(value = 9, min = 2, max = 100) int period) {}

  private final Sma mean = sma(p.period());
  private final Streak streak = use(new Streak(close, mean));

  public OwnMemory(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return streak.bars == 3;
  }

  @Override
  public boolean exitLong() {
    return streak.below(0);
  }

  static final class Streak extends Indicator {
    private final Line price;
    private final Line mean;
    int bars;

    Streak(Line price, Line mean) {
      super(1, price, mean);
      this.price = price;
      this.mean = mean;
    }

    @Override
    protected double next() {
      bars = price.above(mean) ? bars + 1 : 0;
      return price.value() - mean.value() + 0 * previous();
    }
  }
}
