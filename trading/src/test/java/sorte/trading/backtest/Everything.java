package sorte.trading.backtest;

import sorte.strategy.Adx;
import sorte.strategy.Atr;
import sorte.strategy.Bars;
import sorte.strategy.Bollinger;
import sorte.strategy.Cci;
import sorte.strategy.Donchian;
import sorte.strategy.Ema;
import sorte.strategy.Highest;
import sorte.strategy.Lowest;
import sorte.strategy.Macd;
import sorte.strategy.Market;
import sorte.strategy.Obv;
import sorte.strategy.Roc;
import sorte.strategy.Rsi;
import sorte.strategy.Sma;
import sorte.strategy.Stochastic;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;
import sorte.strategy.VolumeSma;
import sorte.strategy.Vwap;
import sorte.strategy.Wma;

/// Reads every indicator of the house, and averages of averages.
public final class Everything extends Strategy<Everything.Parameters> {
  public record Parameters(@Bars(value = 7, min = 2, max = 100) int period) {}

  private final Sma sma = sma(p.period());
  private final Ema ema = ema(sma, p.period());
  private final Rsi rsi = rsi(ema, p.period());
  private final Macd macd = macd(5, 9, 4);
  private final Sma signal = sma(macd.signal(), 3);
  private final Bollinger bands = bollinger(p.period(), 1.5);
  private final Atr atr = atr(p.period());
  private final Highest highest = highest(p.period());
  private final Lowest lowest = lowest(p.period());
  private final Wma wma = wma(p.period());
  private final Adx adx = adx(p.period());
  private final Stochastic stochastic = stochastic(p.period(), 3, 3);
  private final Cci cci = cci(p.period());
  private final Obv obv = obv();
  private final Donchian donchian = donchian(p.period());
  private final Vwap vwap = vwap();
  private final Roc roc = roc(p.period());
  private final VolumeSma volumes = volumeSma(p.period());

  public Everything(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return rsi.rising() && macd.above(macd.signal()) && signal.rising() && close.above(wma)
        || cci.crossesAbove(100)
        || stochastic.k().crossesAbove(stochastic.d());
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(bands.middle())
        || close.below(lowest)
        || macd.histogram().crossesBelow(0);
  }

  @Override
  public boolean enterShort() {
    return close.below(donchian.lower()) && adx.above(20) && obv.falling()
        || close.below(bands.lower());
  }

  @Override
  public boolean exitShort() {
    return close.above(highest)
        || close.above(vwap) && roc.above(0) && volume.above(volumes.times(1.5));
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(atr.times(2.5)).takeProfit(0.05);
  }
}
