package sorte.trading.book;

import java.util.Arrays;

/// The orders that rest, four longs each in one array, chained by their places; place 0 is nobody.
/// A place that comes free is the next to be taken.
final class OpenOrders {
  private static final int LOTS = 1;
  private static final int PRICE = 2;
  private static final int CHAIN = 3;
  private static final long LOW = 0xFFFF_FFFFL;

  private final int most;
  private long[] of;
  private int used = 1;
  private int free;
  private int size;

  OpenOrders(int expected, int most) {
    this.most = most;
    this.of = new long[4 * (expected + 1)];
  }

  boolean full() {
    return size == most;
  }

  int size() {
    return size;
  }

  /// A place for this order, in no chain.
  int take(long id, boolean buy, long ticks, long lots) {
    int place = free;
    if (place != 0) {
      free = (int) of[4 * place + CHAIN];
    } else {
      place = used++;
      if (4 * place == of.length) {
        of = Arrays.copyOf(of, of.length * 2);
      }
    }
    size++;
    int at = 4 * place;
    of[at] = id;
    of[at + LOTS] = lots;
    of[at + PRICE] = (ticks << 1) | (buy ? 1 : 0);
    of[at + CHAIN] = 0;
    return place;
  }

  void free(int place) {
    of[4 * place + CHAIN] = free;
    free = place;
    size--;
  }

  long id(int place) {
    return of[4 * place];
  }

  long lots(int place) {
    return of[4 * place + LOTS];
  }

  void lots(int place, long lots) {
    of[4 * place + LOTS] = lots;
  }

  long ticks(int place) {
    return of[4 * place + PRICE] >> 1;
  }

  boolean buy(int place) {
    return (of[4 * place + PRICE] & 1) != 0;
  }

  /// Who came after it at its price.
  int next(int place) {
    return (int) (of[4 * place + CHAIN] >>> 32);
  }

  /// Who came before it at its price.
  int before(int place) {
    return (int) of[4 * place + CHAIN];
  }

  void next(int place, int next) {
    int at = 4 * place + CHAIN;
    of[at] = (of[at] & LOW) | ((long) next << 32);
  }

  void before(int place, int before) {
    int at = 4 * place + CHAIN;
    of[at] = (of[at] & ~LOW) | before;
  }
}
