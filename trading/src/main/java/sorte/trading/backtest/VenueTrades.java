package sorte.trading.backtest;

import java.util.ArrayList;
import java.util.List;
import sorte.trading.exchange.Execution;
import sorte.trading.market.Bars;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Money;
import sorte.trading.order.Quantity;

/// Makes trades of executions: one begins when something is held and ends when nothing is any more.
/// Its prices are the means of its fills.
final class VenueTrades {
  private final Bars bars;
  private final List<BacktestTrade> trades = new ArrayList<>();
  private long held;
  private int entryBar;
  private final Side entries = new Side();
  private final Side exits = new Side();
  private long fees;

  VenueTrades(Bars bars) {
    this.bars = bars;
  }

  /// Gives whether the trade ended with it.
  boolean add(Execution execution, int bar, ExitReason reason) {
    if (held == 0) {
      entryBar = bar;
    }
    held += execution.quantity();
    fees = Money.plus(fees, execution.fee());
    (execution.opening() ? entries : exits).add(execution);
    if (held != 0) {
      return false;
    }
    long gross = -Money.plus(entries.worth, exits.worth);
    trades.add(trade(bar, bars.time(bar), exits.price(), reason, gross));
    clear();
    return true;
  }

  /// Signed, in 1e-8 of a unit.
  long held() {
    return held;
  }

  /// The ended trades and, where one is open, that one marked at `close`.
  List<BacktestTrade> with(double close) {
    if (held != 0) {
      long worth = Money.plus(entries.worth, exits.worth);
      long gross = Money.minus(Money.of(Quantity.toDouble(held), close), worth);
      trades.add(trade(BacktestTrade.STILL_OPEN, 0, Double.NaN, ExitReason.ORDER, gross));
    }
    return List.copyOf(trades);
  }

  private BacktestTrade trade(
      int exitBar, long exitTime, double exitPrice, ExitReason reason, long gross) {
    return new BacktestTrade(
        entries.quantity > 0 ? 1 : -1,
        entryBar,
        bars.time(entryBar),
        entries.price(),
        exitBar,
        exitTime,
        exitPrice,
        reason,
        Math.abs(Quantity.toDouble(entries.quantity)),
        fees,
        Money.minus(gross, fees));
  }

  private void clear() {
    entries.clear();
    exits.clear();
    fees = 0;
  }

  /// The fills at one end of a trade.
  private static final class Side {
    private long quantity;
    private long worth;
    private int fills;
    private double last;

    void add(Execution execution) {
      quantity += execution.quantity();
      worth = Money.plus(worth, execution.worth());
      fills++;
      last = execution.price();
    }

    /// The fill's, of several their mean.
    double price() {
      return fills == 1 ? last : Money.toDouble(worth) / Quantity.toDouble(quantity);
    }

    void clear() {
      quantity = 0;
      worth = 0;
      fills = 0;
      last = Double.NaN;
    }
  }
}
