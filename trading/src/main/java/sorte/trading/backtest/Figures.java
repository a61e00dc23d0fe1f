package sorte.trading.backtest;

import java.util.List;
import sorte.trading.market.Bars;
import sorte.trading.money.Money;

/// The figures of a run, as docs/backtest.md defines them. A figure that does not exist is NaN.
final class Figures {
  private static final double MILLIS_A_YEAR = 365.25 * 24 * 60 * 60 * 1000;

  /// Below this share of the squares their difference from the mean's has lost its digits.
  private static final double ROUNDED_AWAY = 1e-6;

  private Figures() {}

  static double returnPct(long start, long end) {
    return 100 * (Money.toDouble(end) / Money.toDouble(start) - 1);
  }

  /// The deepest fall from a peak so far, in percent of that peak.
  static double maxDrawdownPct(long[] equity, long start) {
    long peak = start;
    long trough = start;
    double deepest = 0;
    for (long now : equity) {
      if (now < trough) {
        trough = now;
      } else if (now > peak) {
        deepest = Math.max(deepest, fall(peak, trough));
        peak = now;
        trough = now;
      }
    }
    return 100 * Math.max(deepest, fall(peak, trough));
  }

  private static double fall(long peak, long trough) {
    return (Money.toDouble(peak) - Money.toDouble(trough)) / Money.toDouble(peak);
  }

  /// Mean over standard deviation (of a sample) of the returns of each bar after the first decision
  /// bar, times the root of the bars in a year; no riskless return. Nothing where returns do not
  /// differ.
  static double sharpe(Bars bars, long[] equity, int first) {
    return sharpe(equity, first, barsAYear(bars));
  }

  /// The same of any marks of an account, so many a year.
  static double sharpe(long[] equity, int first, double marksAYear) {
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (int i = first + 1; i < equity.length && equity[i - 1] > 0; i++) {
      count++;
      double change = change(equity, i);
      sum += change;
      squares += change * change;
    }
    double mean = sum / count;
    double apart = squares - sum * mean;
    if (count < 2 || apart <= ROUNDED_AWAY * squares) {
      apart = apart(equity, first, count, mean);
    }
    if (count < 2 || apart == 0) {
      return Double.NaN;
    }
    return mean / Math.sqrt(apart / (count - 1)) * Math.sqrt(marksAYear);
  }

  /// The squared distances from the mean, where most of them lies in the mean.
  private static double apart(long[] equity, int first, int count, double mean) {
    double sum = 0;
    for (int i = first + 1; i <= first + count; i++) {
      double apart = change(equity, i) - mean;
      sum += apart * apart;
    }
    return sum;
  }

  private static double change(long[] equity, int bar) {
    long before = equity[bar - 1];
    long now = equity[bar];
    return now == before ? 0 : (double) now / before - 1;
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

  /// The share of ended trades that earned something after fees.
  static double winRatePct(List<BacktestTrade> trades) {
    int ended = 0;
    int won = 0;
    for (BacktestTrade trade : trades) {
      ended += trade.open() ? 0 : 1;
      won += !trade.open() && trade.pnl() > 0 ? 1 : 0;
    }
    return ended == 0 ? Double.NaN : 100.0 * won / ended;
  }

  /// The share of all bars on which a trade was held for any time, the bars of entry and of exit
  /// included.
  static double exposurePct(List<BacktestTrade> trades, int bars) {
    int held = 0;
    int next = 0;
    for (BacktestTrade trade : trades) {
      int from = Math.max(next, trade.entryBar());
      int to = trade.open() ? bars : trade.exitBar() + 1;
      held += Math.max(0, to - from);
      next = Math.max(next, to);
    }
    return 100.0 * held / bars;
  }
}
