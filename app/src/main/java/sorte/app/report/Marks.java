package sorte.app.report;

import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.BacktestTrade;

/// How many trades began and ended in each group of bars.
record Marks(int[] longs, int[] shorts, int[] won, int[] lost) {

  static Marks of(BacktestResult result, Buckets buckets) {
    int n = buckets.count();
    Marks marks = new Marks(new int[n], new int[n], new int[n], new int[n]);
    for (BacktestTrade trade : result.trades()) {
      (trade.side() > 0 ? marks.longs : marks.shorts)[buckets.of(trade.entryBar())]++;
      if (!trade.open()) {
        (trade.pnl() > 0 ? marks.won : marks.lost)[buckets.of(trade.exitBar())]++;
      }
    }
    return marks;
  }
}
