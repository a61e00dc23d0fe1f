package sorte.strategies;

import sorte.strategy.Adx;
import sorte.strategy.Atr;
import sorte.strategy.Bars;
import sorte.strategy.Donchian;
import sorte.strategy.Ema;
import sorte.strategy.Level;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;
import sorte.strategy.Wma;

/// What people leave lying about.
public final class Untidy extends Strategy<Untidy.Parameters> {
  private static final int DEAR = 65;
  private static final double NOBODYS = 1.5;

  public record Parameters(
      @Bars(value = 9, min = 2, max = 100) int fastMaPeriod,
      @Bars(value = 33, min = 3, max = 400) int slowMaPeriod,
      @Level(value = 25, min = 5, max = 60) double adxThreshold) {}

  private final Ema fast = ema(p.fastMaPeriod());
  private final Ema slow = ema(p.slowMaPeriod());
  private final Rsi rsi = rsi(14); // the usual one
  private final Adx adx = adx(14);
  // nobody looks at it
  private final Donchian channel = donchian(60);

  public Untidy(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    boolean over = fast.above(slow);
    double before = close.previous() * 1.01;
    int unused = 7 + DEAR;
    return ((over == true)) && !!adx.above(20) && (rsi.below(DEAR)) && close.value() < before;
  }

  @Override
  public boolean exitLong() {
    return (fast.below(slow) || rsi.above(80) && close.falling()) && true;
  }

  /// Has its comment.
  @Override
  public boolean enterShort() {
    return calm() == false
        // the trend
        && adx.above(20)
        && (fast.below(slow) ? true : false);
  }

  @Override
  public boolean exitShort() {
    return !(fast.above(slow)) == false || rsi.below(2 * 15 - 5);
  }

  /* was used once */
  private boolean old() {
    return slow.rising() || older();
  }

  private boolean older() {
    return fast.rising();
  }

  private boolean calm() {
    return rsi.below(60) && rsi.above(-40 + 80);
  }

  @Override
  public Terms terms() {
    return Terms.invest(0.5).stopLoss(0.03).takeProfit(0.09).timeStop(50);
  }
}
