package sorte.trading.book;

import java.util.Arrays;

/// The prices of one side that lie outside the ladder, in ascending order, each with the level that
/// it has. There are few of them: they are found by halving and kept in order by moving.
final class FarPrices {
  private long[] ticks = new long[16];
  private int[] levels = new int[16];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  long lowest() {
    return ticks[0];
  }

  long highest() {
    return ticks[size - 1];
  }

  /// How many there are.
  int size() {
    return size;
  }

  long tick(int index) {
    return ticks[index];
  }

  int level(int index) {
    return levels[index];
  }

  /// Where this price is, or would be.
  int indexOf(long tick) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ticks[middle] < tick) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The level of this price; 0 without one.
  int find(long tick) {
    int index = indexOf(tick);
    return index < size && ticks[index] == tick ? levels[index] : 0;
  }

  void add(long tick, int level) {
    if (size == ticks.length) {
      ticks = Arrays.copyOf(ticks, size * 2);
      levels = Arrays.copyOf(levels, size * 2);
    }
    int index = indexOf(tick);
    System.arraycopy(ticks, index, ticks, index + 1, size - index);
    System.arraycopy(levels, index, levels, index + 1, size - index);
    ticks[index] = tick;
    levels[index] = level;
    size++;
  }

  void remove(long tick) {
    int index = indexOf(tick);
    size--;
    System.arraycopy(ticks, index + 1, ticks, index, size - index);
    System.arraycopy(levels, index + 1, levels, index, size - index);
  }
}
