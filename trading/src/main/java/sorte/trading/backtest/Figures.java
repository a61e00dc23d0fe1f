package sorte.trading.backtest;

import java.util.List;
import sorte.trading.market.Bars;
import sorte.trading.money.Money;

/// The figures of a run, as docs/backtest.md defines them. A figure that does not exist is NaN.
final class Figures {
  private static final double MILLIS_A_YEAR = 365.25 * 24 * 60 * 60 * 1000;

  private Figures() {}

  static double returnPct(long start, long end) {
    return 100 * (Money.toDouble(end) / Money.toDouble(start) - 1);
  }

  /// How many bars this series has in a year of its own.
  static double barsAYear(Bars bars) {
    int last = bars.size() - 1;
    return marksAYear(last + 1, bars.time(0), bars.time(last));
  }

  /// How many marks an account has in a year of its own.
  static double marksAYear(int marks, long first, long last) {
    return (marks - 1) * MILLIS_A_YEAR / (last - first);
  }

  /// The share of ended trades that earned something after fees.
  static double winRatePct(List<BacktestTrade> trades) {
    int ended = 0;
    int won = 0;
    for (BacktestTrade trade : trades) {
      ended += trade.open() ? 0 : 1;
      won += !trade.open() && trade.pnl() > 0 ? 1 : 0;
    }
    return ended == 0 ? Double.NaN : 100.0 * won / ended;
  }

  /// The share of all bars on which a trade was held for any time, the bars of entry and of exit
  /// included.
  static double exposurePct(List<BacktestTrade> trades, int bars) {
    int held = 0;
    int next = 0;
    for (BacktestTrade trade : trades) {
      int from = Math.max(next, trade.entryBar());
      int to = trade.open() ? bars : trade.exitBar() + 1;
      held += Math.max(0, to - from);
      next = Math.max(next, to);
    }
    return 100.0 * held / bars;
  }
}
