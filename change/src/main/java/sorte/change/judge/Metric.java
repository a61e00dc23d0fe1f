package sorte.change.judge;

/// What else a version may be worse in. Together they weigh as much as the returns.
public enum Metric {
  SLIPPAGE,
  DRAWDOWN,
  ORDER_RATE,
  REJECTS,
  LATENCY
}
