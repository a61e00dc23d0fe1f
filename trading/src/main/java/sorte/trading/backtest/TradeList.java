package sorte.trading.backtest;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import sorte.trading.market.Bars;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Money;
import sorte.trading.money.SubLedger;
import sorte.trading.money.TradeLog;

/// Gathers the trades of one run, as columns while it goes: times are looked up when all is over.
final class TradeList implements TradeLog {
  private static final ExitReason[] REASONS = ExitReason.values();

  private final Bars bars;
  private final TradeTally tally = new TradeTally();
  private final List<Part> parts = new ArrayList<>();
  private Part part = new Part();
  private int size;

  /// @param bars that bars are numbered by
  TradeList(Bars bars) {
    this.bars = bars;
    parts.add(part);
  }

  @Override
  public void entered(long bar, double signed, double price) {
    tally.entered(bar, signed, price);
    int at = size % Part.TRADES;
    part.entryBars[at] = (int) bar;
    part.quantities[at] = signed;
    part.entryPrices[at] = price;
  }

  @Override
  public void exited(long bar, double price, ExitReason reason, SubLedger after) {
    tally.exited(bar, price, reason, after);
    ended((int) bar, price, reason, after.lastFees(), after.lastProfit());
    size++;
    if (size % Part.TRADES == 0) {
      part = new Part();
      parts.add(part);
    }
  }

  private void ended(int bar, double price, ExitReason reason, long fees, long profit) {
    int at = size % Part.TRADES;
    part.exitBars[at] = bar;
    part.exitPrices[at] = price;
    part.reasons[at] = (byte) reason.ordinal();
    part.fees[at] = fees;
    part.profits[at] = profit;
  }

  /// The ended trades and, where one is open, that one marked at the last close.
  List<BacktestTrade> with(SubLedger ledger) {
    int trades = size;
    if (ledger.quantity() != 0) {
      trades++;
      long openProfit = Money.minus(ledger.equity(bars.close(bars.size() - 1)), ledger.cash());
      ended(
          BacktestTrade.STILL_OPEN,
          Double.NaN,
          ExitReason.ORDER,
          ledger.entryFee(),
          Money.minus(openProfit, ledger.entryFee()));
    }
    return new Trades(this, trades);
  }

  /// The run is over: how many there were, and what they say together.
  TradeTally tally() {
    tally.end(bars.size());
    return tally;
  }

  private BacktestTrade trade(int i) {
    Part of = parts.get(i / Part.TRADES);
    int at = i % Part.TRADES;
    int exit = of.exitBars[at];
    return new BacktestTrade(
        of.quantities[at] > 0 ? 1 : -1,
        of.entryBars[at],
        bars.time(of.entryBars[at]),
        of.entryPrices[at],
        exit,
        exit == BacktestTrade.STILL_OPEN ? 0 : bars.time(exit),
        of.exitPrices[at],
        REASONS[of.reasons[at]],
        Math.abs(of.quantities[at]),
        of.fees[at],
        of.profits[at]);
  }

  /// So many trades: what is full is left where it stands, never copied.
  private static final class Part {
    static final int TRADES = 256;

    final int[] entryBars = new int[TRADES];
    final int[] exitBars = new int[TRADES];
    final double[] quantities = new double[TRADES];
    final double[] entryPrices = new double[TRADES];
    final double[] exitPrices = new double[TRADES];
    final byte[] reasons = new byte[TRADES];
    final long[] fees = new long[TRADES];
    final long[] profits = new long[TRADES];
  }

  /// The trades of a run that is over; each is put together when it is asked for.
  private static final class Trades extends AbstractList<BacktestTrade> implements RandomAccess {
    private final TradeList columns;
    private final int size;

    private Trades(TradeList columns, int size) {
      this.columns = columns;
      this.size = size;
    }

    @Override
    public BacktestTrade get(int i) {
      return columns.trade(Objects.checkIndex(i, size));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
