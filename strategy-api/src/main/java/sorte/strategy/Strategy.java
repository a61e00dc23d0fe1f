package sorte.strategy;

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
