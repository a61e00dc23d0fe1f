package sorte.data.store;

import sorte.trading.market.Bar;
import sorte.trading.market.Bars;

/// Two takes of one series made one: bars that both have must be the same to the bit.
final class Merge {

  /// The fewest bars that must lie over each other for a shift to be told.
  static final int FEWEST_SHIFTED = 20;

  /// The share of those that must be the same.
  static final double SHARE_SHIFTED = 0.95;

  private static final long STEP = 15 * Clocks.MINUTE;
  private static final long FARTHEST = 14 * 60 * Clocks.MINUTE;

  private final Bars old;
  private final Bars fresh;

  Merge(Bars old, Bars fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  /// How it ended.
  sealed interface Outcome {}

  /// @param added how many bars were not there before
  record Merged(Bars bars, int added) implements Outcome {}

  /// @param row of the first of the fresh bars that says something else, from 0
  /// @param count how many do
  /// @param shiftMinutes the fresh bars would fit were they moved by this; 0 where none would do
  record Contradicted(int row, Bar stored, Bar given, int count, long shiftMinutes)
      implements Outcome {}

  Outcome outcome() {
    Bars.Builder all = new Bars.Builder(Math.addExact(old.size(), fresh.size()));
    int first = -1;
    int atFirst = -1;
    int count = 0;
    int added = 0;
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      long there = i < old.size() ? old.time(i) : Long.MAX_VALUE;
      long given = j < fresh.size() ? fresh.time(j) : Long.MAX_VALUE;
      if (there == given && !same(i, j)) {
        atFirst = first < 0 ? i : atFirst;
        first = first < 0 ? j : first;
        count++;
      }
      if (there <= given) {
        add(all, old, i++);
        j += there == given ? 1 : 0;
      } else {
        add(all, fresh, j++);
        added++;
      }
    }
    return first < 0
        ? new Merged(all.build(), added)
        : new Contradicted(first, old.bar(atFirst), fresh.bar(first), count, shift());
  }

  private static void add(Bars.Builder all, Bars from, int i) {
    all.add(from.time(i), from.open(i), from.high(i), from.low(i), from.close(i), from.volume(i));
  }

  private boolean same(int there, int given) {
    return old.open(there) == fresh.open(given)
        && old.high(there) == fresh.high(given)
        && old.low(there) == fresh.low(given)
        && old.close(there) == fresh.close(given)
        && old.volume(there) == fresh.volume(given);
  }

  /// By how many minutes the fresh bars must be moved to say the same as the old ones; 0 where no
  /// move of whole quarters of an hour makes them.
  private long shift() {
    for (long distance = STEP; distance <= FARTHEST; distance += STEP) {
      for (long shift : new long[] {distance, -distance}) {
        if (fits(shift)) {
          return shift / Clocks.MINUTE;
        }
      }
    }
    return 0;
  }

  private boolean fits(long shift) {
    int over = 0;
    int equal = 0;
    int i = 0;
    for (int j = 0; j < fresh.size(); j++) {
      long moved = fresh.time(j) + shift;
      while (i < old.size() && old.time(i) < moved) {
        i++;
      }
      if (i < old.size() && old.time(i) == moved) {
        over++;
        equal += same(i, j) ? 1 : 0;
      }
    }
    return over >= FEWEST_SHIFTED && equal >= SHARE_SHIFTED * over;
  }
}
