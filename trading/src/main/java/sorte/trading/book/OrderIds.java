package sorte.trading.book;

/// From an order's id to where it is kept: open addressing in one array of pairs, at most half
/// full; what is taken out leaves no mark, those behind it move up. Ids that follow each other lie
/// side by side, as they are asked for.
final class OrderIds {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] pairs;
  private int mask;
  private int size;

  OrderIds(int expected) {
    int capacity = Integer.highestOneBit(Math.max(expected, 8) * 2 - 1) * 2;
    pairs = new long[capacity * 2];
    mask = capacity - 1;
  }

  /// Where it is kept; 0 for an id that is not there.
  int get(long id) {
    long[] in = pairs;
    for (int at = home(id); ; at = (at + 1) & mask) {
      long place = in[2 * at + 1];
      if (place == 0) {
        return 0;
      }
      if (in[2 * at] == id) {
        return (int) place;
      }
    }
  }

  /// Puts in an id that is not there.
  void put(long id, int place) {
    if (2 * (size + 1) > mask + 1) {
      grow();
    }
    int at = home(id);
    while (pairs[2 * at + 1] != 0) {
      at = (at + 1) & mask;
    }
    pairs[2 * at] = id;
    pairs[2 * at + 1] = place;
    size++;
  }

  /// Takes out an id that is there.
  void remove(long id) {
    long[] in = pairs;
    int at = home(id);
    while (in[2 * at] != id || in[2 * at + 1] == 0) {
      at = (at + 1) & mask;
    }
    size--;
    int hole = at;
    for (int next = (hole + 1) & mask; in[2 * next + 1] != 0; next = (next + 1) & mask) {
      int wanted = home(in[2 * next]);
      if (((next - wanted) & mask) >= ((next - hole) & mask)) { // it may as well lie in the hole
        in[2 * hole] = in[2 * next];
        in[2 * hole + 1] = in[2 * next + 1];
        hole = next;
      }
    }
    in[2 * hole + 1] = 0;
  }

  private int home(long id) {
    return (int) (id + ((id >>> 16) * SPREAD >>> 32)) & mask;
  }

  private void grow() {
    long[] old = pairs;
    pairs = new long[old.length * 2];
    mask = pairs.length / 2 - 1;
    size = 0;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        put(old[i], (int) old[i + 1]);
      }
    }
  }
}
