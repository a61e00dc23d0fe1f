package sorte.strategy;

import java.time.ZoneId;
import java.util.Objects;

/// What a person or Sorte writes: parameters, indicators, up to four rules, the terms of holding.
/// The package's page tells how; `EmaCross` in the strategies shipped is a whole one.
///
/// Rules are asked at every close from the first decision bar on. They are pure: they assign
/// nothing, know no position, set no order and no size. While flat, `enterLong` and `enterShort`
/// count (both true: nothing happens); while long, `enterShort` reverses, else `exitLong` leaves;
/// while short likewise. What must be remembered between bars is an indicator.
///
/// @param <P> the record of its parameters
public abstract class Strategy<P extends Record> {
  /// The parameters this run was given.
  protected final P p;

  /// The first price of the bar.
  protected final Line open;

  /// The highest price of the bar.
  protected final Line high;

  /// The lowest price of the bar.
  protected final Line low;

  /// The last price of the bar.
  protected final Line close;

  /// The volume of the bar.
  protected final Line volume;

  private final Tape tape;

  /// A strategy's own constructor is `public Name(Market market, Parameters p)` and passes both on.
  protected Strategy(Market market, P parameters) {
    this.p = Objects.requireNonNull(parameters, "parameters");
    this.tape = market.tape;
    this.open = tape.open;
    this.high = tape.high;
    this.low = tape.low;
    this.close = tape.close;
    this.volume = tape.volume;
    tape.carry(this);
  }

  /// Whether to buy at this close.
  public boolean enterLong() {
    return false;
  }

  /// Whether to leave a long position at this close.
  public boolean exitLong() {
    return false;
  }

  /// Whether to sell short at this close.
  public boolean enterShort() {
    return false;
  }

  /// Whether to leave a short position at this close.
  public boolean exitShort() {
    return false;
  }

  /// How a trade is held; asked once, before the first bar.
  public Terms terms() {
    return Terms.allIn();
  }

  /// The simple average of the last closes.
  protected final Sma sma(int period) {
    return sma(close, period);
  }

  /// The simple average of a line.
  protected final Sma sma(Line source, int period) {
    return tape.add(new Sma(source, period), source, "sma", period);
  }

  /// The exponential average of the closes.
  protected final Ema ema(int period) {
    return ema(close, period, Seed.MEAN);
  }

  /// The exponential average of the closes, seeded as told.
  protected final Ema ema(int period, Seed seed) {
    return ema(close, period, seed);
  }

  /// The exponential average of a line.
  protected final Ema ema(Line source, int period) {
    return ema(source, period, Seed.MEAN);
  }

  /// The exponential average of a line, seeded as told.
  protected final Ema ema(Line source, int period, Seed seed) {
    return tape.add(new Ema(source, period, seed), source, "ema", period, seed.ordinal());
  }

  /// The relative strength index of the closes.
  protected final Rsi rsi(int period) {
    return rsi(close, period);
  }

  /// The relative strength index of a line.
  protected final Rsi rsi(Line source, int period) {
    return tape.add(new Rsi(source, period), source, "rsi", period);
  }

  /// Convergence and divergence of two averages of the closes.
  protected final Macd macd(int fast, int slow, int signal) {
    return macd(fast, slow, signal, Seed.MEAN);
  }

  /// Convergence and divergence of two averages of the closes, seeded as told.
  protected final Macd macd(int fast, int slow, int signal, Seed seed) {
    return tape.add(
        new Macd(close, fast, slow, signal, seed),
        close,
        "macd",
        fast,
        slow,
        signal,
        seed.ordinal());
  }

  /// Bands around the average close.
  protected final Bollinger bollinger(int period, double deviations) {
    return bollinger(close, period, deviations);
  }

  /// Bands around the average of a line.
  protected final Bollinger bollinger(Line source, int period, double deviations) {
    return tape.add(
        new Bollinger(source, period, deviations), source, "bollinger", period, deviations);
  }

  /// The average true range.
  protected final Atr atr(int period) {
    return atr(period, Seed.MEAN);
  }

  /// The average true range, seeded as told.
  protected final Atr atr(int period, Seed seed) {
    return tape.add(new Atr(tape, period, seed), close, "atr", period, seed.ordinal());
  }

  /// The highest high of the bars before this one.
  protected final Highest highest(int period) {
    return highest(high, period);
  }

  /// The highest value of a line over the bars before this one.
  protected final Highest highest(Line source, int period) {
    return tape.add(new Highest(source, period), source, "highest", period);
  }

  /// The lowest low of the bars before this one.
  protected final Lowest lowest(int period) {
    return lowest(low, period);
  }

  /// The lowest value of a line over the bars before this one.
  protected final Lowest lowest(Line source, int period) {
    return tape.add(new Lowest(source, period), source, "lowest", period);
  }

  /// The weighted average of the closes.
  protected final Wma wma(int period) {
    return wma(close, period);
  }

  /// The weighted average of a line.
  protected final Wma wma(Line source, int period) {
    return tape.add(new Wma(source, period), source, "wma", period);
  }

  /// The average directional index.
  protected final Adx adx(int period) {
    return tape.add(new Adx(tape, period), close, "adx", period);
  }

  /// The fast stochastic: the close within the range of k bars, and its average over d.
  protected final Stochastic stochastic(int k, int d) {
    return stochastic(k, 1, d);
  }

  /// The slow stochastic: %K is averaged over `slowing` bars before %D averages it again.
  protected final Stochastic stochastic(int k, int slowing, int d) {
    return tape.add(new Stochastic(tape, k, slowing, d), close, "stochastic", k, slowing, d);
  }

  /// The commodity channel index.
  protected final Cci cci(int period) {
    return tape.add(new Cci(tape, period), close, "cci", period);
  }

  /// The volume on balance.
  protected final Obv obv() {
    return tape.add(new Obv(tape), close, "obv");
  }

  /// The channel of the bars before this one.
  protected final Donchian donchian(int period) {
    return tape.add(new Donchian(tape, period), close, "donchian", period);
  }

  /// The price of the day so far, weighted by volume.
  protected final Vwap vwap() {
    return tape.add(new Vwap(tape), close, "vwap");
  }

  /// The rate of change of the closes, in percent.
  protected final Roc roc(int period) {
    return roc(close, period);
  }

  /// The rate of change of a line, in percent.
  protected final Roc roc(Line source, int period) {
    return tape.add(new Roc(source, period), source, "roc", period);
  }

  /// The average volume.
  protected final VolumeSma volumeSma(int period) {
    return tape.add(new VolumeSma(tape, period), volume, "volume-sma", period);
  }

  /// Williams' %R.
  protected final Williams williams(int period) {
    return tape.add(new Williams(tape, period), close, "williams", period);
  }

  /// The accumulation and distribution of volume.
  protected final Accumulation accumulation() {
    return tape.add(new Accumulation(tape), close, "accumulation");
  }

  /// Wilder's directional indicator of the movements up.
  protected final Directional plusDi(int period) {
    return tape.add(new Directional(tape, period, true), close, "plus-di", period);
  }

  /// Wilder's directional indicator of the movements down.
  protected final Directional minusDi(int period) {
    return tape.add(new Directional(tape, period, false), close, "minus-di", period);
  }

  /// The standard deviation of the last values of a line.
  protected final Deviation deviation(Line source, int period) {
    return tape.add(new Deviation(source, period), source, "deviation", period);
  }

  /// What a line was so many bars ago.
  protected final Ago ago(Line source, int bars) {
    return tape.add(new Ago(source, bars), source, "ago", bars);
  }

  /// A line without its sign.
  protected final Magnitude magnitude(Line source) {
    return tape.add(new Magnitude(source), source, "magnitude");
  }

  /// How many bars ago a line was above zero last.
  protected final Since since(Line source) {
    return tape.add(new Since(source), source, "since");
  }

  /// Two lines added.
  protected final Arithmetic sum(Line a, Line b) {
    return tape.add(new Arithmetic(Arithmetic.Sign.PLUS, a, b));
  }

  /// A line and a number added.
  protected final Affine sum(Line a, double b) {
    return tape.add(new Affine(a, 1, b), a, "affine", 1, b);
  }

  /// The first line less the second.
  protected final Arithmetic difference(Line a, Line b) {
    return tape.add(new Arithmetic(Arithmetic.Sign.MINUS, a, b));
  }

  /// Two lines multiplied.
  protected final Arithmetic product(Line a, Line b) {
    return tape.add(new Arithmetic(Arithmetic.Sign.TIMES, a, b));
  }

  /// A line multiplied by a number.
  protected final Affine product(Line a, double b) {
    return tape.add(new Affine(a, b, 0), a, "affine", b, 0);
  }

  /// The first line over the second.
  protected final Arithmetic ratio(Line a, Line b) {
    return tape.add(new Arithmetic(Arithmetic.Sign.OVER, a, b));
  }

  /// The larger of two lines.
  protected final Arithmetic larger(Line a, Line b) {
    return tape.add(new Arithmetic(Arithmetic.Sign.LARGER, a, b));
  }

  /// The smaller of two lines.
  protected final Arithmetic smaller(Line a, Line b) {
    return tape.add(new Arithmetic(Arithmetic.Sign.SMALLER, a, b));
  }

  /// The minute of the day at which the bar starts, 0 to 1439, in the run's time zone.
  protected final Clock minuteOfDay() {
    return clock(tape.zone, Clock.Hand.MINUTE);
  }

  /// The minute of the day at which the bar starts, in a time zone: `America/New_York`.
  protected final Clock minuteOfDay(String zone) {
    return clock(ZoneId.of(zone), Clock.Hand.MINUTE);
  }

  /// The day of the week at the start of the bar, 1 Monday to 7 Sunday, in the run's time zone.
  protected final Clock weekday() {
    return clock(tape.zone, Clock.Hand.WEEKDAY);
  }

  /// The day of the month at the start of the bar, in the run's time zone.
  protected final Clock dayOfMonth() {
    return clock(tape.zone, Clock.Hand.MONTH_DAY);
  }

  /// The how-manieth day with bars of its month the bar is in, in the run's time zone: 1 is the
  /// first; 0 as long as no month has begun since the first bar.
  protected final Clock tradingDayOfMonth() {
    return clock(tape.zone, Clock.Hand.TRADING_DAY);
  }

  /// The first price of the day so far.
  protected final DayOpen dayOpen() {
    return tape.add(new DayOpen(tape), close, "day-open");
  }

  private Clock clock(ZoneId zone, Clock.Hand hand) {
    return tape.add(new Clock(tape, zone, hand));
  }

  /// The bars of a slower timeframe of the same instrument, such as `15m`, `4h`, `1d`, `1w`: a
  /// whole number of the run's own bars, or the run does not start. See [Series].
  protected final Series series(String timeframe) {
    return tape.series(timeframe);
  }

  /// Takes in an indicator of the strategy's own, to be brought up to date once a bar.
  protected final <I extends Indicator> I use(I own) {
    return tape.add(own);
  }
}
