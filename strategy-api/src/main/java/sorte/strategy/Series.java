package sorte.strategy;

/// The bars of a slower timeframe of the same instrument, by [Strategy#series]: their prices, and
/// the indicators over them.
///
/// ```java
/// private final Series fourHours = series("4h");
/// private final Ema trend = fourHours.ema(50);
/// private final Ema fast = ema(12);
///
/// @Override
/// public boolean enterLong() {
///   return fourHours.close().above(trend) && close.crossesAbove(fast);
/// }
/// ```
///
/// A line here holds the value of the last completed slow bar, never of the one in the making. It
/// compares with lines of the run's own bars: now at this bar, before at the bar before, so that it
/// rises, falls and crosses on the bar that completes a slow one and on no other. Indicators over
/// one of its lines (`rsi(fourHours.close(), 14)`, one's own as well) are brought up to date once a
/// slow bar; one's own that reads lines of several timeframes, once a bar of the run.
public final class Series {
  private final Tape tape;

  Series(Tape tape) {
    this.tape = tape;
  }

  /// The first price of the slow bar.
  public Line open() {
    return tape.open;
  }

  /// The highest price of the slow bar.
  public Line high() {
    return tape.high;
  }

  /// The lowest price of the slow bar.
  public Line low() {
    return tape.low;
  }

  /// The last price of the slow bar.
  public Line close() {
    return tape.close;
  }

  /// The volume of the slow bar.
  public Line volume() {
    return tape.volume;
  }

  /// See [Strategy#sma].
  public Sma sma(int period) {
    return tape.add(new Sma(tape.close, period));
  }

  /// See [Strategy#ema].
  public Ema ema(int period) {
    return tape.add(new Ema(tape.close, period, Seed.MEAN));
  }

  /// See [Strategy#wma].
  public Wma wma(int period) {
    return tape.add(new Wma(tape.close, period));
  }

  /// See [Strategy#rsi].
  public Rsi rsi(int period) {
    return tape.add(new Rsi(tape.close, period));
  }

  /// See [Strategy#macd].
  public Macd macd(int fast, int slow, int signal) {
    return tape.add(new Macd(tape.close, fast, slow, signal, Seed.MEAN));
  }

  /// See [Strategy#bollinger].
  public Bollinger bollinger(int period, double deviations) {
    return tape.add(new Bollinger(tape.close, period, deviations));
  }

  /// See [Strategy#atr].
  public Atr atr(int period) {
    return tape.add(new Atr(tape, period, Seed.MEAN));
  }

  /// See [Strategy#adx].
  public Adx adx(int period) {
    return tape.add(new Adx(tape, period));
  }

  /// See [Strategy#stochastic]: the fast one.
  public Stochastic stochastic(int k, int d) {
    return stochastic(k, 1, d);
  }

  /// See [Strategy#stochastic]: the slow one.
  public Stochastic stochastic(int k, int slowing, int d) {
    return tape.add(new Stochastic(tape, k, slowing, d));
  }

  /// See [Strategy#cci].
  public Cci cci(int period) {
    return tape.add(new Cci(tape, period));
  }

  /// See [Strategy#obv].
  public Obv obv() {
    return tape.add(new Obv(tape));
  }

  /// See [Strategy#donchian]: the channel of the slow bars before the last one.
  public Donchian donchian(int period) {
    return tape.add(new Donchian(tape, period));
  }

  /// See [Strategy#vwap].
  public Vwap vwap() {
    return tape.add(new Vwap(tape));
  }

  /// See [Strategy#roc].
  public Roc roc(int period) {
    return tape.add(new Roc(tape.close, period));
  }

  /// See [Strategy#volumeSma].
  public VolumeSma volumeSma(int period) {
    return tape.add(new VolumeSma(tape, period));
  }

  /// See [Strategy#highest]: of the slow bars before the last one.
  public Highest highest(int period) {
    return tape.add(new Highest(tape.high, period));
  }

  /// See [Strategy#lowest]: of the slow bars before the last one.
  public Lowest lowest(int period) {
    return tape.add(new Lowest(tape.low, period));
  }
}
