package sorte.trading.analysis;

import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;
import sorte.trading.money.HoldingTerms;

/// What was decided on each bar, gathered so that it can be compared.
record Decided(int firstDecisionBar, HoldingTerms terms, int[] signals, double[] distances) {

  static Decided of(Decisions decisions, Bars bars) {
    int first = decisions.firstDecisionBar();
    int[] signals = new int[bars.size()];
    double[] distances = new double[bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      int mask =
          decisions.onBar(
              bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
      signals[i] = i < first ? 0 : mask;
      distances[i] = i < first ? Double.NaN : decisions.stopDistance();
    }
    return new Decided(first, decisions.terms(), signals, distances);
  }

  /// Whether both decided alike, each on a bar of its own counting.
  boolean alike(int bar, Decided other, int itsBar) {
    return signals[bar] == other.signals[itsBar]
        && Double.compare(distances[bar], other.distances[itsBar]) == 0;
  }
}
