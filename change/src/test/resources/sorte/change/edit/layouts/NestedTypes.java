package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;

public final class NestedTypes extends Strategy<NestedTypes.Parameters> {
  enum Mood { CALM, WILD; Mood other() { return this == CALM ? WILD : CALM; } }

  sealed interface Trend permits Trend.Up, Trend.Down, Flat {
    record Up(double by) implements Trend {}

    record Down(double by) implements Trend {}
  }

  record Flat() implements Trend {
    static final int NONE = 0;
  }

  public record Parameters(
      @Bars(value = 10, min = 2, max = 100) int fastMaPeriod,
      @Bars(value = 30, min = 3, max = 400) int slowMaPeriod,
      @Bars(value = 14, min = 2, max = 100) int rsiPeriod) {
    public Parameters {
      if (fastMaPeriod == 0) {
        throw new IllegalArgumentException("no bars");
      }
    }

    int both() {
      return fastMaPeriod + slowMaPeriod;
    }
  }

  private final Ema fast = ema(p.fastMaPeriod());
  private final Ema slow = ema(p.slowMaPeriod());
  private final Rsi rsi = rsi(p.rsiPeriod());

  public NestedTypes(Market market, Parameters p) {
    super(market, p);
  }

  private Trend trend() {
    double by = fast.value() - slow.value();
    return by > 0 ? new Trend.Up(by) : by < 0 ? new Trend.Down(-by) : new Flat();
  }

  private boolean rising() {
    return switch (trend()) {
      case Trend.Up(double by) when by > 1 -> true;
      case Trend.Up up -> up.by() > 0.5;
      case Trend.Down _, Flat _ -> false;
    };
  }

  private Mood mood() {
    return rsi.above(60) ? Mood.WILD : Mood.CALM;
  }

  @Override
  public boolean enterLong() {
    return rising()
        && mood().other() == Mood.WILD;
  }

  @Override
  public boolean exitLong() {
    return !rising();
  }
}
