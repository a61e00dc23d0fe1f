package sorte.trading.backtest;

import java.util.AbstractList;
import java.util.Arrays;
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
  private static final int FIRST_ROOM = 64;

  private final Bars bars;
  private final TradeTally tally = new TradeTally();
  private int size;
  private int[] entryBars = new int[FIRST_ROOM];
  private int[] exitBars = new int[FIRST_ROOM];
  private double[] quantities = new double[FIRST_ROOM];
  private double[] entryPrices = new double[FIRST_ROOM];
  private double[] exitPrices = new double[FIRST_ROOM];
  private ExitReason[] reasons = new ExitReason[FIRST_ROOM];
  private long[] fees = new long[FIRST_ROOM];
  private long[] profits = new long[FIRST_ROOM];

  /// @param bars that bars are numbered by
  TradeList(Bars bars) {
    this.bars = bars;
  }

  @Override
  public void entered(long bar, double signed, double price) {
    if (size == entryBars.length) {
      grow();
    }
    tally.entered(bar, signed, price);
    entryBars[size] = (int) bar;
    quantities[size] = signed;
    entryPrices[size] = price;
  }

  @Override
  public void exited(long bar, double price, ExitReason reason, SubLedger after) {
    tally.exited(bar, price, reason, after);
    exitBars[size] = (int) bar;
    exitPrices[size] = price;
    reasons[size] = reason;
    fees[size] = after.lastFees();
    profits[size] = after.lastProfit();
    size++;
  }

  private void grow() {
    int room = 2 * size;
    entryBars = Arrays.copyOf(entryBars, room);
    exitBars = Arrays.copyOf(exitBars, room);
    quantities = Arrays.copyOf(quantities, room);
    entryPrices = Arrays.copyOf(entryPrices, room);
    exitPrices = Arrays.copyOf(exitPrices, room);
    reasons = Arrays.copyOf(reasons, room);
    fees = Arrays.copyOf(fees, room);
    profits = Arrays.copyOf(profits, room);
  }

  /// The ended trades and, where one is open, that one marked at the last close.
  List<BacktestTrade> with(SubLedger ledger) {
    int trades = size;
    if (ledger.quantity() != 0) {
      trades++;
      long openProfit = Money.minus(ledger.equity(bars.close(bars.size() - 1)), ledger.cash());
      exitBars[size] = BacktestTrade.STILL_OPEN;
      exitPrices[size] = Double.NaN;
      reasons[size] = ExitReason.ORDER;
      fees[size] = ledger.entryFee();
      profits[size] = Money.minus(openProfit, ledger.entryFee());
    }
    return new Trades(this, trades);
  }

  /// The run is over: how many there were, and what they say together.
  TradeTally tally() {
    tally.end(bars.size());
    return tally;
  }

  private BacktestTrade trade(int i) {
    int exit = exitBars[i];
    return new BacktestTrade(
        quantities[i] > 0 ? 1 : -1,
        entryBars[i],
        bars.time(entryBars[i]),
        entryPrices[i],
        exit,
        exit == BacktestTrade.STILL_OPEN ? 0 : bars.time(exit),
        exitPrices[i],
        reasons[i],
        Math.abs(quantities[i]),
        fees[i],
        profits[i]);
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
