package sorte.trading.analysis;

import sorte.trading.backtest.Decisions;
import sorte.trading.money.HoldingTerms;

/// Decisions that count only from a later bar on.
record Later(Decisions decisions, int from) implements Decisions {

  @Override
  public int firstDecisionBar() {
    return Math.max(from, decisions.firstDecisionBar());
  }

  @Override
  public HoldingTerms terms() {
    return decisions.terms();
  }

  @Override
  public int onBar(long time, double open, double high, double low, double close, double volume) {
    return decisions.onBar(time, open, high, low, close, volume);
  }

  @Override
  public double stopDistance() {
    return decisions.stopDistance();
  }
}
