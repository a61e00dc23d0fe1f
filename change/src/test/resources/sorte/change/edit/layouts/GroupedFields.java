package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;

public final class GroupedFields extends Strategy<GroupedFields.Parameters> {

  public record Parameters(
      @Bars(value = 12, min = 2, max = 100) int fastMaPeriod,
      @Bars(value = 26, min = 3, max = 400) int slowMaPeriod) {}

  private final Ema fast = ema(p.fastMaPeriod()), slow = ema(p.slowMaPeriod());
  private final Rsi rsi = rsi(14);

  public GroupedFields(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fast.above(slow) && rsi.below(65);
  }

  @Override
  public boolean exitLong() {
    return fast.below(slow);
  }
}
