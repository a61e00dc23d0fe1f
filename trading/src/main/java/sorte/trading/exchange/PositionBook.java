package sorte.trading.exchange;

import java.math.BigInteger;
import sorte.trading.money.Money;
import sorte.trading.order.Quantity;

/// One position: units, what they were worth at their entry, the margin behind them.
final class PositionBook {
  private final Margin terms;
  private long units;
  private long entryWorth;
  private long margin;
  private long mostShort;

  PositionBook(Margin terms) {
    this.terms = terms;
  }

  /// Signed, in 1e-8 of a unit.
  long units() {
    return units;
  }

  /// Signed as the units, in 1e-8.
  long entryWorth() {
    return entryWorth;
  }

  long margin() {
    return margin;
  }

  /// How much of a trade of this sign would reduce.
  long opposed(int sign) {
    return Long.signum(units) == -sign ? Math.abs(units) : 0;
  }

  void open(long signed, long worth) {
    units = Math.addExact(units, signed);
    entryWorth = Money.plus(entryWorth, worth);
    margin = Money.plus(margin, marginOf(worth));
    mostShort = Math.max(mostShort, -units);
  }

  /// Gives the profit before fees.
  ///
  /// @param worth of the trade, signed as it
  long reduce(long signed, long worth) {
    long share = shareOf(entryWorth, signed);
    margin = Money.minus(margin, shareOf(margin, signed));
    entryWorth = Money.minus(entryWorth, share);
    units += signed;
    return Money.minus(-worth, share);
  }

  long openProfit(double mark) {
    return units == 0 ? 0 : Money.minus(Money.of(Quantity.toDouble(units), mark), entryWorth);
  }

  /// What a worth must be backed with.
  long marginOf(long worth) {
    double leverage = terms.leverage();
    return leverage == 1 ? Math.abs(worth) : (long) Math.rint(Math.abs(worth) / leverage);
  }

  /// Where the venue closes it; NaN where it never does.
  double liquidationPrice() {
    return switch (terms) {
      case Margin.Whole _ -> Double.NaN;
      case Margin.Isolated i -> units == 0 ? Double.NaN : usedUp(i.maintenance());
    };
  }

  /// Where nothing is left of the margin.
  double bankruptcyPrice() {
    return usedUp(0);
  }

  /// Where what is left of the margin is this fraction of the worth.
  private double usedUp(double fraction) {
    double side = Math.signum((double) units);
    double held = Math.abs(Quantity.toDouble(units));
    double backed = (side * Money.toDouble(entryWorth) - side * Money.toDouble(margin)) / held;
    return backed / (1 - side * fraction);
  }

  /// The most that was short since the last call, and begins anew.
  long takeMostShort() {
    long most = mostShort;
    mostShort = Math.max(0, -units);
    return most;
  }

  private long shareOf(long amount, long signed) {
    if (signed == -units) {
      return amount;
    }
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(Math.abs(signed)))
        .divide(BigInteger.valueOf(Math.abs(units)))
        .longValueExact();
  }
}
