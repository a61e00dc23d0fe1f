package sorte.trading.backtest;

import java.util.ArrayList;
import java.util.List;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Money;
import sorte.trading.money.SubLedger;
import sorte.trading.money.TradeLog;

/// Gathers the trades of one run.
final class TradeList implements TradeLog {
  private final List<BacktestTrade> trades = new ArrayList<>();
  private long entryBar;
  private long entryTime;
  private double signed;
  private double entryPrice;

  @Override
  public void entered(long bar, long time, double signed, double price) {
    this.entryBar = bar;
    this.entryTime = time;
    this.signed = signed;
    this.entryPrice = price;
  }

  @Override
  public void exited(long bar, long time, double price, ExitReason reason, SubLedger after) {
    trades.add(trade((int) bar, time, price, reason, after.lastFees(), after.lastProfit()));
  }

  /// The ended trades and, where one is open, that one marked at `close`.
  List<BacktestTrade> with(SubLedger ledger, double close) {
    if (ledger.quantity() != 0) {
      long openProfit = Money.minus(ledger.equity(close), ledger.cash());
      trades.add(
          trade(
              BacktestTrade.STILL_OPEN,
              0,
              Double.NaN,
              ExitReason.ORDER,
              ledger.entryFee(),
              Money.minus(openProfit, ledger.entryFee())));
    }
    return List.copyOf(trades);
  }

  private BacktestTrade trade(
      int exitBar, long exitTime, double exitPrice, ExitReason reason, long fees, long pnl) {
    return new BacktestTrade(
        signed > 0 ? 1 : -1,
        (int) entryBar,
        entryTime,
        entryPrice,
        exitBar,
        exitTime,
        exitPrice,
        reason,
        Math.abs(signed),
        fees,
        pnl);
  }
}
