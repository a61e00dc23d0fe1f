import sorte.strategy.*;

/// Every indicator there is, with every line.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Ema ema = ema(12);
  private final Ema first = ema(12, Seed.FIRST_VALUE);
  private final Wma wma = wma(10);
  private final Rsi rsi = rsi(14);
  private final Macd macd = macd(12, 26, 9);
  private final Macd seeded = macd(12, 26, 9, Seed.FIRST_VALUE);
  private final Bollinger bands = bollinger(20, 2);
  private final Atr atr = atr(14);
  private final Atr quick = atr(14, Seed.FIRST_VALUE);
  private final Adx adx = adx(14);
  private final Stochastic fast = stochastic(14, 3);
  private final Stochastic slow = stochastic(14, 3, 3);
  private final Cci cci = cci(20);
  private final Obv obv = obv();
  private final Donchian channel = donchian(20);
  private final Vwap vwap = vwap();
  private final Roc roc = roc(10);
  private final VolumeSma volumes = volumeSma(20);
  private final Highest highest = highest(20);
  private final Lowest lowest = lowest(20);
  private final Sma smooth = sma(rsi, 3);
  private final Ema ofLine = ema(volume, 5);
  private final Highest best = highest(close, 30);
  private final Ago before = ago(average, 3);
  private final Arithmetic both = sum(close, average);
  private final Arithmetic off = difference(close, average);
  private final Arithmetic squared = product(off, off);
  private final Deviation spread = deviation(close, 20);
  private final Arithmetic score = ratio(off, spread);
  private final Arithmetic top = larger(ema, wma);
  private final Arithmetic floor = smaller(ema, wma);
  private final Affine half = product(off, 0.5);
  private final Affine shifted = sum(close, 1);
  private final Magnitude size = magnitude(off);
  private final Williams williams = williams(14);
  private final Accumulation accumulation = accumulation();
  private final Directional up = plusDi(14);
  private final Directional down = minusDi(14);
  private final Clock minute = minuteOfDay();
  private final Clock there = minuteOfDay("America/New_York");
  private final Clock weekday = weekday();
  private final Clock monthDay = dayOfMonth();
  private final Clock tradingDay = tradingDayOfMonth();
  private final Since since = since(off);
  private final Arithmetic aboveLowest = difference(close, lowest);
  private final Arithmetic belowHighest = difference(highest, close);
  private final DayOpen day = dayOpen();

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return (ema.above(first) || wma.rising() || rsi.below(30) || macd.crossesAbove(macd.signal()))
        && (macd.histogram().above(0) || seeded.above(0) || close.above(bands.middle()) || close.above(bands.upper()) || close.below(bands.lower()))
        && (atr.above(quick) || adx.above(20) || fast.k().above(fast.d()) || slow.k().crossesAbove(20) || slow.d().atOrBelow(80))
        && (cci.above(-100) || obv.rising() || close.atOrAbove(channel.upper()) || close.crossesBelow(channel.lower()) || channel.middle().falling())
        && (close.above(vwap) || roc.above(0) || volume.above(volumes.times(1.5)) || close.above(highest) || close.below(lowest))
        && (before.below(close) || both.rising() || squared.above(0) || score.below(-2) || top.above(floor) || half.above(0) || shifted.above(close) || size.above(spread.times(2)))
        && (williams.below(-80) || accumulation.rising() || up.above(down) || minute.atOrAbove(570) || there.below(900) || weekday.above(0) || monthDay.atOrBelow(31) || close.above(day))
        && (tradingDay.atOrAbove(1) || since.atOrBelow(3))
        && (smooth.above(50) || ofLine.rising() || best.below(close) || rsi.previous() < rsi.value() || rsi.firstValueIndex() > 3);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(aboveLowest.times(1), belowHighest.times(1)).takeProfitByStop(2);
  }
}
