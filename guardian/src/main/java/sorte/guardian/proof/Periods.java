package sorte.guardian.proof;

import sorte.trading.backtest.Equity;
import sorte.trading.money.Money;

/// A history in periods of the same length, one after another: in how many of them one account grew
/// by a larger share than another, and in how many by a smaller one. Bars that are left over belong
/// to the last.
record Periods(int better, int worse) {

  /// @param other as many marks
  static Periods of(Equity one, Equity other, int periods) {
    int better = 0;
    int worse = 0;
    int last = one.bars() - 1;
    for (int period = 0; period < periods; period++) {
      int from = last / periods * period;
      int to = period == periods - 1 ? last : last / periods * (period + 1);
      int more = Double.compare(growth(one, from, to), growth(other, from, to));
      better += more > 0 ? 1 : 0;
      worse += more < 0 ? 1 : 0;
    }
    return new Periods(better, worse);
  }

  /// What becomes of one unit; 0 where there was nothing to begin with.
  private static double growth(Equity equity, int from, int to) {
    long before = equity.at(from);
    return before <= 0 ? 0 : Money.toDouble(equity.at(to)) / Money.toDouble(before);
  }
}
