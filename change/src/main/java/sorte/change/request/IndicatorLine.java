package sorte.change.request;

/// One of several lines of an indicator.
public enum IndicatorLine implements Named {
  MACD("macd"),
  SIGNAL("signal"),
  HISTOGRAM("histogram"),
  UPPER("upper"),
  MIDDLE("middle"),
  LOWER("lower"),
  K("k"),
  D("d");

  private final String code;

  IndicatorLine(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
