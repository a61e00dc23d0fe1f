package sorte.change.request;

/// What can be set, scaled or shifted.
public enum Parameter implements Named {
  STOP_LOSS("stop-loss"),
  TAKE_PROFIT("take-profit"),
  TRAILING_STOP("trailing-stop"),
  TIME_STOP("time-stop"),
  POSITION_SIZE("position-size"),
  LEVERAGE("leverage"),
  MAX_OPEN_POSITIONS("max-open-positions"),
  MAX_DRAWDOWN("max-drawdown"),
  DAILY_LOSS_LIMIT("daily-loss-limit"),
  COOLDOWN("cooldown"),
  SYMBOL("symbol"),
  TIMEFRAME("timeframe"),
  TRADING_HOURS("trading-hours"),
  FAST_MA_PERIOD("fast-ma.period"),
  SLOW_MA_PERIOD("slow-ma.period"),
  MA_PERIOD("ma.period"),
  RSI_PERIOD("rsi.period"),
  RSI_OVERSOLD("rsi.oversold"),
  RSI_OVERBOUGHT("rsi.overbought"),
  MACD_FAST("macd.fast"),
  MACD_SLOW("macd.slow"),
  MACD_SIGNAL("macd.signal"),
  BOLLINGER_PERIOD("bollinger.period"),
  BOLLINGER_DEVIATIONS("bollinger.deviations"),
  ATR_PERIOD("atr.period"),
  ATR_MULTIPLIER("atr.multiplier"),
  ADX_PERIOD("adx.period"),
  ADX_THRESHOLD("adx.threshold"),
  STOCHASTIC_K("stochastic.k"),
  STOCHASTIC_D("stochastic.d"),
  DONCHIAN_PERIOD("donchian.period"),
  VOLUME_PERIOD("volume.period");

  private final String code;

  Parameter(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
