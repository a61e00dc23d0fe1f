package sorte.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import sorte.trading.book.BookEvents;
import sorte.trading.book.OrderBook;
import sorte.trading.book.Refusal;

/// Commands for a book, drawn beforehand: 50 % limit orders that rest within 64 ticks of a price in
/// the middle, 40 % cancellations of one that rests, 10 % immediate-or-cancel orders through those
/// 64 ticks.
final class BookScript {
  static final long MIDDLE = 1_000_000;
  static final int TICKS = 64;

  /// How many orders rest before the commands begin.
  static final int RESTING = 10_000;

  final byte[] kinds;
  final long[] orders;
  final boolean[] buys;
  final long[] prices;
  final long[] lots;
  private final SplittableRandom random;
  private final Resting resting;
  private long nextId = 1;

  BookScript(long seed, int commands) {
    random = new SplittableRandom(seed);
    int all = RESTING + commands;
    kinds = new byte[all];
    orders = new long[all];
    buys = new boolean[all];
    prices = new long[all];
    lots = new long[all];
    resting = new Resting(all + 1);
    OrderBook book = new OrderBook(resting, RESTING);
    for (int i = 0; i < all; i++) {
      int drawn = i < RESTING ? 0 : random.nextInt(10);
      draw(i, resting.size == 0 ? 0 : drawn);
      carryOut(book, i);
    }
  }

  private void draw(int at, int drawn) {
    boolean buy = random.nextBoolean();
    buys[at] = buy;
    lots[at] = random.nextLong(1, 11);
    if (drawn >= 5 && drawn < 9) {
      kinds[at] = 1;
      orders[at] = resting.ids[random.nextInt(resting.size)];
      return;
    }
    orders[at] = nextId++;
    kinds[at] = (byte) (drawn == 9 ? 2 : 0);
    long away = drawn == 9 ? -TICKS : random.nextLong(1, TICKS + 1);
    prices[at] = MIDDLE + (buy ? -away : away);
  }

  void carryOut(OrderBook book, int at) {
    switch (kinds[at]) {
      case 0 -> book.limit(orders[at], buys[at], prices[at], lots[at]);
      case 1 -> book.cancel(orders[at]);
      default -> book.immediateOrCancel(orders[at], buys[at], prices[at], lots[at]);
    }
  }

  /// Which orders rest, to cancel one of them.
  private static final class Resting implements BookEvents {
    private final long[] ids;
    private final int[] at;
    private final long[] left;
    private int size;

    Resting(int most) {
      ids = new long[most];
      at = new int[most];
      left = new long[most];
      Arrays.fill(at, -1);
    }

    @Override
    public void accepted(long order, boolean buy, long ticks, long lots) {
      left[(int) order] = lots;
      at[(int) order] = size;
      ids[size++] = order;
    }

    @Override
    public void traded(long taker, long maker, long ticks, long lots) {
      less(taker, lots);
      less(maker, lots);
    }

    @Override
    public void cancelled(long order, long lots) {
      less(order, lots);
    }

    private void less(long order, long lots) {
      int id = (int) order;
      left[id] -= lots;
      if (left[id] == 0) {
        long last = ids[--size];
        ids[at[id]] = last;
        at[(int) last] = at[id];
      }
    }

    @Override
    public void modified(long order, long ticks, long lots) {
      throw new IllegalStateException("the script modifies nothing");
    }

    @Override
    public void rejected(long order, Refusal why) {
      throw new IllegalStateException("order " + order + " was rejected: " + why);
    }
  }
}
