package sorte.trading.backtest;

import java.util.Arrays;
import sorte.trading.money.Money;

/// What an account was worth at the close of each bar. It does not change.
public final class Equity {
  private final long[] amounts;

  Equity(long[] amounts) {
    this.amounts = amounts;
  }

  public int bars() {
    return amounts.length;
  }

  /// In 1e-8.
  public long at(int bar) {
    return amounts[bar];
  }

  /// The return of each bar from `from` on against the bar before it, as fractions; 0 once nothing
  /// is left.
  public double[] returns(int from) {
    int first = Math.max(1, from);
    double[] returns = new double[Math.max(0, amounts.length - first)];
    for (int i = 0; i < returns.length; i++) {
      long before = amounts[first + i - 1];
      returns[i] =
          before == 0 ? 0 : Money.toDouble(amounts[first + i]) / Money.toDouble(before) - 1;
    }
    return returns;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Equity that && Arrays.equals(amounts, that.amounts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(amounts);
  }
}
