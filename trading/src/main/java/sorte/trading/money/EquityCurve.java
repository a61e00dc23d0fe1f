package sorte.trading.money;

import java.util.function.Supplier;
import sorte.trading.market.Bars;

/// What the marks of an account say of it, taken in as they come: the deepest fall from a peak so
/// far, and the returns from each mark to the next until nothing is left.
public final class EquityCurve {

  /// Below this share of the squares their difference from the mean's has lost its digits.
  private static final double ROUNDED_AWAY = 1e-6;

  private long peak;
  private long trough;
  private double deepest;
  private double lost;
  private long looked;
  private boolean begun;
  private double last;
  private int count;
  private double sum;
  private double squares;

  /// An account that has this much before its first mark.
  public EquityCurve(long start) {
    begin(start);
  }

  /// Another one.
  public void begin(long start) {
    peak = start;
    trough = start;
    deepest = 0;
    lost = 0;
    looked = start;
    begun = false;
    last = 0;
    count = 0;
    sum = 0;
    squares = 0;
  }

  /// Takes in the marks from `from` up to, not including, `to`.
  public void take(long[] equity, int from, int to) {
    if (from >= to) {
      return;
    }
    int i = from;
    if (!begun) { // there is no return to the first
      stand(equity[i], 1);
      i++;
    }
    long most = peak;
    double was = last;
    double changes = sum;
    double squared = squares;
    long lowest = trough;
    for (int k = i; k < to; k++) {
      long now = equity[k];
      double is = now;
      double change = is / was - 1; // exactly 0 where nothing changed
      changes += change;
      squared += change * change;
      was = is;
      lowest = Math.min(lowest, now);
      most = Math.max(most, now);
    }
    if (!(last > 0) || lowest <= 0) {
      ruined(equity, i, to);
      return;
    }
    count += to - i;
    last = was;
    sum = changes;
    squares = squared;
    if (most > peak) {
      rise(equity, i, to);
    } else {
      trough = lowest;
    }
  }

  /// Marks a position at the close of each bar from `from` up to, not including, `to`: writes
  /// `base` plus [Money#of] of quantity and close into `equity`, and takes each in, in one walk.
  /// Gives the bar it came to: `to`, or one that is at or below `floor`, or that the short way of
  /// rounding cannot vouch for.
  ///
  /// @param base so far from the largest amount that no product below 2^50 takes it there
  /// @param first the bar whose mark is the first of `equity`
  /// @param floor zero or more
  int mark(
      double quantity,
      long base,
      Bars bars,
      int from,
      int to,
      long[] equity,
      int first,
      long floor) {
    if (from >= to || !(last > 0)) { // there is no return to the first, nor from nothing
      return from;
    }
    double each = Money.each(quantity);
    double rest = Money.rest(quantity, each);
    long most = peak;
    long lowest = trough;
    double was = last;
    double changes = sum;
    double squared = squares;
    int bar = from;
    for (; bar < to; bar++) {
      long worth = Money.quick(each, rest, bars.close(bar));
      long now = base + worth;
      if (worth == Money.UNSURE || now <= floor) {
        break;
      }
      equity[bar - first] = now;
      double is = now;
      double change = is / was - 1; // exactly 0 where nothing changed
      changes += change;
      squared += change * change;
      was = is;
      lowest = Math.min(lowest, now);
      most = Math.max(most, now);
    }
    count += bar - from;
    last = was;
    sum = changes;
    squares = squared;
    if (most > peak) {
      rise(equity, from - first, bar - first);
    } else {
      trough = lowest;
    }
    return bar;
  }

  /// One by one, where nothing was left, or is.
  private void ruined(long[] equity, int from, int to) {
    for (int i = from; i < to; i++) {
      stand(equity[i], 1);
    }
  }

  /// Takes in `marks` of them that are all the same: what [#take] would do with each.
  public void stand(long amount, int marks) {
    if (marks <= 0) {
      return;
    }
    if (amount > peak) {
      rise(amount);
    } else {
      trough = Math.min(trough, amount);
    }
    if (begun && last > 0) {
      double change = amount / last - 1;
      sum += change;
      squares += change * change;
      count++;
    }
    last = begun && !(last > 0) ? last : amount;
    begun = true;
    count += last > 0 ? marks - 1 : 0;
  }

  private void rise(long[] equity, int from, int to) {
    for (int i = from; i < to; i++) {
      long now = equity[i];
      if (now < trough) {
        trough = now;
      } else if (now > peak) {
        rise(now);
      }
    }
  }

  private void rise(long now) {
    if (trough < peak) {
      deepest = Math.max(deepest, fall());
      lost = lost();
    }
    looked = now;
    peak = now;
    trough = now;
  }

  private double fall() {
    return (Money.toDouble(peak) - Money.toDouble(trough)) / Money.toDouble(peak);
  }

  /// The highest mark so far.
  public long peak() {
    return peak;
  }

  /// The largest part of a peak that was lost so far, as the last check counts it.
  public double lost() {
    if (trough < looked) {
      looked = trough;
      lost = Math.max(lost, 1 - Money.toDouble(trough) / Money.toDouble(peak));
    }
    return lost;
  }

  /// The deepest fall from a peak so far, in percent of that peak.
  public double maxDrawdownPct() {
    return 100 * Math.max(deepest, fall());
  }

  /// Mean over standard deviation (of a sample) of the returns, times the root of the marks in a
  /// year; no riskless return. Nothing where returns do not differ.
  ///
  /// @param again the marks again, where they are needed, the first one taken in at `first`
  public double sharpe(Supplier<long[]> again, int first, double marksAYear) {
    double mean = sum / count;
    double apart = squares - sum * mean;
    if (count < 2 || apart <= ROUNDED_AWAY * squares) {
      apart = apart(again.get(), first, mean);
    }
    if (count < 2 || apart == 0) {
      return Double.NaN;
    }
    return mean / Math.sqrt(apart / (count - 1)) * Math.sqrt(marksAYear);
  }

  /// The squared distances from the mean, where most of them lies in the mean.
  private double apart(long[] equity, int first, double mean) {
    double distances = 0;
    for (int i = first + 1; i <= first + count; i++) {
      double distance = (double) equity[i] / equity[i - 1] - 1 - mean;
      distances += distance * distance;
    }
    return distances;
  }
}
