package sorte.trading.backtest;

import sorte.trading.money.HoldingTerms;

/// A pass over recorded decisions.
final class ReplayedDecisions implements Decisions {
  private final RecordedDecisions recorded;
  private int bar = -1;

  ReplayedDecisions(RecordedDecisions recorded) {
    this.recorded = recorded;
  }

  @Override
  public int firstDecisionBar() {
    return recorded.firstDecisionBar();
  }

  @Override
  public HoldingTerms terms() {
    return recorded.terms();
  }

  @Override
  public int onBar(long time, double open, double high, double low, double close, double volume) {
    bar++;
    return recorded.signals(bar);
  }

  @Override
  public double stopDistance() {
    return recorded.stopDistance(bar);
  }
}
