package sorte.trading.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ObjIntConsumer;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;

/// The backtests of every point of a grid over the same bars, some at a time.
record GridRuns(Deciding strategy, Backtest backtest, SortedMap<String, Double> fixed) {

  void over(ParameterGrid grid, Bars bars, ObjIntConsumer<BacktestResult> each) {
    for (int from = 0; from < grid.size(); from += Deciding.MOST_AT_ONCE) {
      int to = Math.min(grid.size(), from + Deciding.MOST_AT_ONCE);
      List<Deciding.Run> runs = new ArrayList<>();
      for (int point = from; point < to; point++) {
        runs.add(new Deciding.Run(bars, grid.point(point, fixed)));
      }
      List<Decisions> decisions = strategy.decide(runs);
      for (int i = 0; i < runs.size(); i++) {
        each.accept(backtest.run("", bars, decisions.get(i)), from + i);
      }
    }
  }

  /// The point with the highest Sharpe ratio, of equal ones the first; one without a ratio counts
  /// as zero: it did not trade.
  static int best(double[] sharpes) {
    int best = 0;
    for (int i = 1; i < sharpes.length; i++) {
      best = orZero(sharpes[i]) > orZero(sharpes[best]) ? i : best;
    }
    return best;
  }

  static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
