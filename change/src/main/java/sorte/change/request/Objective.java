package sorte.change.request;

/// What an evolution is to better.
public enum Objective implements Named {
  PROFIT("profit"),
  SHARPE("sharpe"),
  SORTINO("sortino"),
  DRAWDOWN("drawdown"),
  WIN_RATE("win-rate"),
  PROFIT_FACTOR("profit-factor"),
  TRADES("trades"),
  LATENCY("latency");

  private final String code;

  Objective(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
