import sorte.strategy.*;

/// Looks at two slower timeframes, with indicators of the house and one of its own over them.
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(
      @Bars(value = 9, min = 2, max = 100) int slowMaPeriod,
      @Bars(value = 5, min = 2, max = 100) int fastMaPeriod) {}

  private final Series hours = series("1h");
  private final Series fourHours = series("4h");
  private final Ema trend = fourHours.ema(p.slowMaPeriod());
  private final Ema fast = ema(p.fastMaPeriod());
  private final Rsi rsi = rsi(hours.close(), 7);
  private final Donchian channel = hours.donchian(5);
  private final Atr atr = hours.atr(10);
  private final Range range = use(new Range(hours));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(fast) && fourHours.close().above(trend) && rsi.below(80);
  }

  @Override
  public boolean exitLong() {
    return hours.close().crossesBelow(channel.lower()) || range.rising();
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(atr.times(3));
  }

  static final class Range extends Indicator {
    private final Line high;
    private final Line low;

    Range(Series bars) {
      super(1, bars.high(), bars.low());
      this.high = bars.high();
      this.low = bars.low();
    }

    @Override
    protected double next() {
      return high.value() - low.value();
    }
  }
}
