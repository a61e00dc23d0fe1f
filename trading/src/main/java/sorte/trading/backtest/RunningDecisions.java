package sorte.trading.backtest;

import sorte.strategy.run.Runner;
import sorte.trading.market.Bars;
import sorte.trading.money.HoldingTerms;

/// The decisions of a strategy that runs here.
final class RunningDecisions implements Decisions {
  private final Runner runner;
  private final HoldingTerms terms;

  RunningDecisions(Runner runner) {
    this.runner = runner;
    this.terms = HoldingTerms.of(runner.terms());
  }

  @Override
  public int firstDecisionBar() {
    return runner.firstDecisionBar();
  }

  @Override
  public HoldingTerms terms() {
    return terms;
  }

  @Override
  public int onBar(long time, double open, double high, double low, double close, double volume) {
    return runner.onBar(time, open, high, low, close, volume);
  }

  @Override
  public void onBars(Bars bars, int from, int to, byte[] signals, double[] stops) {
    bars.show(runner, from, to, signals, stops);
  }

  @Override
  public double stopDistance() {
    return runner.stopDistance();
  }
}
