package sorte.trading.backtest;

import sorte.trading.market.Bars;
import sorte.trading.money.Money;

/// The figures of a run, as docs/backtest.md defines them. A figure that does not exist is NaN.
final class Figures {
  private static final double MILLIS_A_YEAR = 365.25 * 24 * 60 * 60 * 1000;

  private Figures() {}

  static double returnPct(long start, long end) {
    return 100 * (Money.toDouble(end) / Money.toDouble(start) - 1);
  }

  /// How many bars this series has in a year of its own.
  static double barsAYear(Bars bars) {
    int last = bars.size() - 1;
    return marksAYear(last + 1, bars.time(0), bars.time(last));
  }

  /// How many marks an account has in a year of its own.
  static double marksAYear(int marks, long first, long last) {
    return (marks - 1) * MILLIS_A_YEAR / (last - first);
  }
}
