package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Indicator;
import sorte.strategy.Line;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.VolumeSma;

/// With an indicator of its own.
public final class OwnIndicator extends Strategy<OwnIndicator.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 400) int maPeriod,
      @Bars(value = 30, min = 2, max = 400) int volumePeriod) {}

  private final Indicator gap = use(new Gap(open, close));
  private final Ema average = ema(p.maPeriod());
  private final Ema slowGap = ema(gap, 5);
  private final VolumeSma busy = volumeSma(p.volumePeriod());

  public OwnIndicator(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return gap.above(0)
        && slowGap.rising()
        && volume.above(busy.times(1.5))
        && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return gap.below(0)
        || close.below(average);
  }

  static final class Gap extends Indicator {
    private final Line open;
    private final Line close;

    Gap(Line open, Line close) {
      super(2, open, close);
      this.open = open;
      this.close = close;
    }

    @Override
    protected double next() {
      return open.value() - close.previous();
    }
  }
}
