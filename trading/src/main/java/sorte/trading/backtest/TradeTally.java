package sorte.trading.backtest;

import java.util.List;
import sorte.trading.money.ExitReason;
import sorte.trading.money.SubLedger;
import sorte.trading.money.TradeLog;

/// Counts the trades of one run without keeping them: what a run of a sweep says of them.
final class TradeTally implements TradeLog {
  private long entryBar;
  private long next;
  private long held;
  private int ended;
  private int won;
  private boolean open;

  /// That of trades that are all there, over so many bars.
  static TradeTally of(List<BacktestTrade> trades, int bars) {
    TradeTally tally = new TradeTally();
    for (BacktestTrade trade : trades) {
      tally.entered(trade.entryBar(), trade.quantity(), trade.entryPrice());
      if (!trade.open()) {
        tally.ended(trade.exitBar(), trade.pnl());
      }
    }
    tally.end(bars);
    return tally;
  }

  @Override
  public void entered(long bar, double signed, double price) {
    entryBar = bar;
    open = true;
  }

  @Override
  public void exited(long bar, double price, ExitReason reason, SubLedger after) {
    ended(bar, after.lastProfit());
  }

  private void ended(long bar, long profit) {
    ended++;
    won += profit > 0 ? 1 : 0;
    hold(bar + 1);
    open = false;
  }

  /// The series is over, of so many bars.
  void end(int bars) {
    if (open) {
      hold(bars);
    }
  }

  private void hold(long to) {
    held += Math.max(0, to - Math.max(next, entryBar));
    next = Math.max(next, to);
  }

  int trades() {
    return ended + (open ? 1 : 0);
  }

  double winRatePct() {
    return ended == 0 ? Double.NaN : 100.0 * won / ended;
  }

  double exposurePct(int bars) {
    return 100.0 * held / bars;
  }

  void clear() {
    entryBar = 0;
    next = 0;
    held = 0;
    ended = 0;
    won = 0;
    open = false;
  }
}
