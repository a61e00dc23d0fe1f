package sorte.trading.backtest;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sorte.trading.money.Money;

/// What an account was worth at the close of each bar. It does not change.
public final class Equity {
  private final Supplier<long[]> made;
  private volatile long @Nullable [] amounts;

  /// @param made gives the same amounts each time; asked for when the first one is
  Equity(Supplier<long[]> made) {
    this.made = made;
  }

  /// All of them, at hand already.
  static Equity of(long[] amounts) {
    return new Equity(() -> amounts);
  }

  /// All of them; not to be written.
  long[] amounts() {
    long[] known = amounts;
    if (known == null) {
      known = made.get();
      amounts = known;
    }
    return known;
  }

  public int bars() {
    return amounts().length;
  }

  /// In 1e-8.
  public long at(int bar) {
    return amounts()[bar];
  }

  /// The return of each bar from `from` on against the bar before it, as fractions; 0 once nothing
  /// is left.
  public double[] returns(int from) {
    int first = Math.max(1, from);
    long[] all = amounts();
    double[] returns = new double[Math.max(0, all.length - first)];
    for (int i = 0; i < returns.length; i++) {
      long before = all[first + i - 1];
      returns[i] = before == 0 ? 0 : Money.toDouble(all[first + i]) / Money.toDouble(before) - 1;
    }
    return returns;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Equity that && Arrays.equals(amounts(), that.amounts());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(amounts());
  }
}
