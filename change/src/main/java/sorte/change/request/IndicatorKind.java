package sorte.change.request;

/// The indicators of the plan.
public enum IndicatorKind implements Named {
  SMA("sma"),
  EMA("ema"),
  WMA("wma"),
  RSI("rsi"),
  MACD("macd"),
  BOLLINGER("bollinger"),
  ATR("atr"),
  ADX("adx"),
  STOCHASTIC("stochastic"),
  CCI("cci"),
  OBV("obv"),
  DONCHIAN("donchian"),
  VWAP("vwap"),
  ROC("roc"),
  VOLUME_SMA("volume-sma"),
  HIGHEST("highest"),
  LOWEST("lowest");

  private final String code;

  IndicatorKind(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
