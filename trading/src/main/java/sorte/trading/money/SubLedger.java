package sorte.trading.money;

import sorte.trading.market.Bars;

/// The money of one slot: cash, one position, what was realised, what was paid. Cash is the worth
/// without open profit: an entry takes its fee from it, an exit its fee and adds the profit.
/// Amounts are longs of 1e-8.
public final class SubLedger {
  private long cash;
  private long realised;
  private long fees;
  private double quantity;
  private double entryPrice = Double.NaN;
  private long entryWorth;
  private long entryFee;
  private long lastProfit;
  private long lastFees;

  public SubLedger(long cash) {
    this.cash = cash;
  }

  /// Worth without open profit.
  public long cash() {
    return cash;
  }

  /// Profit of ended trades, net of their fees at both ends.
  public long realised() {
    return realised;
  }

  /// All fees paid.
  public long fees() {
    return fees;
  }

  /// What is held: above zero long, below short.
  public double quantity() {
    return quantity;
  }

  /// The price of the entry; NaN when flat.
  public double entryPrice() {
    return entryPrice;
  }

  /// The fee paid at the entry of the open trade.
  public long entryFee() {
    return entryFee;
  }

  /// Net profit of the trade that ended last, fees at both ends taken off.
  public long lastProfit() {
    return lastProfit;
  }

  /// The fees at both ends of the trade that ended last.
  public long lastFees() {
    return lastFees;
  }

  /// A trade begins: `signed` above zero buys, below sells.
  public void enter(double signed, double price, double feeRate) {
    if (quantity != 0 || signed == 0) {
      throw new IllegalStateException(
          "a trade begins flat, with a quantity; held " + quantity + ", came " + signed);
    }
    long worth = Money.of(signed, price);
    long fee = Money.of(feeRate, Math.abs(signed), price);
    cash = Money.minus(cash, fee);
    fees = Money.plus(fees, fee);
    quantity = signed;
    entryPrice = price;
    entryWorth = worth;
    entryFee = fee;
  }

  /// The trade ends, all of it; gives its net profit.
  public long exit(double price, double feeRate) {
    if (quantity == 0) {
      throw new IllegalStateException("no trade to end");
    }
    long gross = Money.minus(Money.of(quantity, price), entryWorth);
    long fee = Money.of(feeRate, Math.abs(quantity), price);
    cash = Money.minus(Money.plus(cash, gross), fee);
    fees = Money.plus(fees, fee);
    lastFees = Money.plus(entryFee, fee);
    lastProfit = Money.minus(gross, lastFees);
    realised = Money.plus(realised, lastProfit);
    flat();
    return lastProfit;
  }

  /// Worth with open profit at this price.
  public long equity(double mark) {
    return quantity == 0
        ? cash
        : Money.plus(cash, Money.minus(Money.of(quantity, mark), entryWorth));
  }

  /// What [#equity] adds the worth of the quantity to.
  public long base() {
    return Money.minus(cash, entryWorth);
  }

  /// Marks the trade at the close of each bar from `from` up to, not including, `to`, as [#equity]
  /// has it, as far as [EquityCurve#mark] goes.
  int mark(Bars bars, int from, int to, long[] equity, int first, long floor, EquityCurve curve) {
    long largest = Math.max(Math.abs(cash), Math.abs(entryWorth)); // no sum may overflow
    return largest < Money.LARGEST / 4
        ? curve.mark(quantity, cash - entryWorth, bars, from, to, equity, first, floor)
        : from;
  }

  /// Money comes in (above zero) or goes out without a trade: an allocation, a house correction.
  public void deposit(long amount) {
    cash = Money.plus(cash, amount);
  }

  /// Hands the open trade to another, flat ledger at the mark, without an order and without a fee:
  /// the profit up to there stays here, what follows is the other's.
  public void transfer(SubLedger to, double mark) {
    if (quantity == 0 || to.quantity != 0) {
      throw new IllegalStateException(
          "a transfer goes from a trade to a flat ledger, held "
              + quantity
              + " and "
              + to.quantity);
    }
    double moved = quantity;
    exit(mark, 0);
    to.enter(moved, mark, 0);
  }

  /// Nothing is left: what the rule for a bust account says.
  void wipeOut() {
    cash = 0;
  }

  private void flat() {
    quantity = 0;
    entryPrice = Double.NaN;
    entryWorth = 0;
    entryFee = 0;
  }
}
