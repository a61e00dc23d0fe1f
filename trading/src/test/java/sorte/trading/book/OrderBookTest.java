package sorte.trading.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBookTest {
  private static final int COMMANDS = 60_000;

  /// In what the commands of one run are drawn.
  private record Script(long seed, long middle, long spread, long lots, long ids, int most) {}

  @ParameterizedTest
  @CsvSource({
    "1, 1000, 32, 20, 400, 100",
    "2, 1000000, 64, 5, 5000, 2000",
    "3, 1099511627700, 90, 20, 300, 100",
    "4, 400000, 400000, 30, 2000, 1000",
    "5, 1000000000, 1000000, 274877906944, 800, 500",
    "6, 262144, 3, 3, 100000, 50000",
  })
  void says_the_same_as_a_book_of_sorted_queues(
      long seed, long middle, long spread, long lots, long ids, int most) {
    System.out.println("seed " + seed);
    Script script = new Script(seed, middle, spread, lots, ids, most);
    SplittableRandom random = new SplittableRandom(seed);
    Tape said = new Tape();
    Tape expected = new Tape();
    OrderBook book = new OrderBook(said, 16, most);
    NaiveBook naive = new NaiveBook(expected, most);
    for (int i = 0; i < COMMANDS; i++) {
      said.length = 0;
      expected.length = 0;
      String command = one(script, random, book, naive);
      if (!said.same(expected)) {
        throw new AssertionError(
            "seed %s, command %s, %s: said %s, expected %s"
                .formatted(seed, i, command, said.words(), expected.words()));
      }
      boolean crossed =
          book.bestBid() != 0 && book.bestAsk() != 0 && book.bestBid() >= book.bestAsk();
      assertThat(crossed).as("crossed after command %s, seed %s", i, seed).isFalse();
      assertThat(book.open()).isEqualTo(naive.known().size());
      if (i % 1000 == 0) {
        conserved(book, naive);
      }
    }
    assertThat(said.traded).isPositive();
    emptied(script, random, book, naive, said, expected);
  }

  private static String one(
      Script script, SplittableRandom random, OrderBook book, NaiveBook naive) {
    long id = random.nextInt(200) == 0 ? random.nextLong(-1, 2) : random.nextLong(1, script.ids);
    boolean buy = random.nextBoolean();
    long price = script.middle + random.nextLong(-script.spread, script.spread + 1);
    if (random.nextInt(100) == 0) {
      price = random.nextLong(-1, (1L << 40) + 3); // far away, or none
    }
    long lots =
        random.nextInt(200) == 0 ? random.nextLong(-1, 1) : random.nextLong(1, script.lots + 1);
    int kind = random.nextInt(20);
    switch (kind) {
      case 0, 1, 2, 3, 4, 5, 6 -> {
        book.limit(id, buy, price, lots);
        naive.limit(id, buy, price, lots);
      }
      case 7, 8 -> {
        book.postOnly(id, buy, price, lots);
        naive.postOnly(id, buy, price, lots);
      }
      case 9 -> {
        book.immediateOrCancel(id, buy, price, lots);
        naive.immediateOrCancel(id, buy, price, lots);
      }
      case 10, 11 -> {
        book.fillOrKill(id, buy, price, lots);
        naive.fillOrKill(id, buy, price, lots);
      }
      case 12 -> {
        book.market(id, buy, lots);
        naive.market(id, buy, lots);
      }
      case 13, 14, 15 -> {
        NaiveBook.Resting at = naive.known().get(id);
        long to = at != null && random.nextInt(3) > 0 ? at.price : price;
        book.modify(id, to, lots);
        naive.modify(id, to, lots);
      }
      default -> {
        book.cancel(id);
        naive.cancel(id);
      }
    }
    return "kind %s order %s %s at %s of %s"
        .formatted(kind, id, buy ? "buys" : "sells", price, lots);
  }

  private static void conserved(OrderBook book, NaiveBook naive) {
    long buys = 0;
    long sells = 0;
    for (NaiveBook.Resting resting : naive.known().values()) {
      buys += resting.buy ? resting.lots : 0;
      sells += resting.buy ? 0 : resting.lots;
    }
    assertThat(book.lotsWithin(true, 1)).isEqualTo(buys);
    assertThat(book.lotsWithin(false, OrderBook.MOST_TICKS)).isEqualTo(sells);
  }

  private static void emptied(
      Script script,
      SplittableRandom random,
      OrderBook book,
      NaiveBook naive,
      Tape said,
      Tape expected) {
    for (long id = 1; id < script.ids; id++) {
      book.cancel(id);
      naive.cancel(id);
    }
    assertThat(book.open()).isZero();
    assertThat(book.bestBid()).isZero();
    assertThat(book.bestAsk()).isZero();
    assertThat(said.same(expected)).isTrue();
    said.length = 0;
    expected.length = 0;
    for (int i = 0; i < 1000; i++) {
      one(script, random, book, naive); // around another price, since nothing rests
    }
    assertThat(said.same(expected)).isTrue();
  }

  @Test
  void the_better_price_goes_first_and_at_one_price_who_came_first() {
    Tape said = new Tape();
    OrderBook book = new OrderBook(said, 16);
    book.limit(1, false, 101, 5);
    book.limit(2, false, 100, 5);
    book.limit(3, false, 100, 5);
    book.modify(2, 100, 4); // less: it keeps its place
    said.length = 0;
    book.limit(9, true, 101, 12);
    assertThat(said.words())
        .isEqualTo("[1, 9, 1, 101, 12, 2, 9, 2, 100, 4, 2, 9, 3, 100, 5, 2, 9, 1, 101, 3]");
    assertThat(book.bestAsk()).isEqualTo(101);
    assertThat(book.open()).isEqualTo(1);
  }

  @Test
  void more_or_another_price_loses_the_place() {
    Tape said = new Tape();
    OrderBook book = new OrderBook(said, 16);
    book.limit(1, true, 100, 5);
    book.limit(2, true, 100, 5);
    book.modify(1, 100, 6);
    said.length = 0;
    book.market(9, false, 5);
    assertThat(said.words()).isEqualTo("[1, 9, 0, 0, 5, 2, 9, 2, 100, 5]");
  }

  @Test
  void every_lot_is_traded_cancelled_or_open() {
    SplittableRandom random = new SplittableRandom(11);
    Map<Long, Long> left = new HashMap<>();
    OrderBook book =
        new OrderBook(
            new BookEvents() {
              @Override
              public void accepted(long order, boolean buy, long ticks, long lots) {
                assertThat(left.put(order, lots)).isNull();
              }

              @Override
              public void traded(long taker, long maker, long ticks, long lots) {
                left.merge(taker, -lots, Long::sum);
                left.merge(maker, -lots, Long::sum);
              }

              @Override
              public void cancelled(long order, long lots) {
                left.merge(order, -lots, Long::sum);
              }

              @Override
              public void modified(long order, long ticks, long lots) {
                throw new AssertionError("nothing is modified here");
              }

              @Override
              public void rejected(long order, Refusal why) {
                assertThat(why).isEqualTo(Refusal.UNKNOWN);
              }
            },
            16);
    for (long id = 1; id <= 50_000; id++) {
      switch (random.nextInt(3)) {
        case 0 -> book.cancel(random.nextLong(1, id + 1));
        case 1 -> book.immediateOrCancel(id, random.nextBoolean(), random.nextInt(90, 110), 7);
        default -> book.limit(id, random.nextBoolean(), random.nextInt(90, 110), 3 + id % 5);
      }
    }
    long open = left.values().stream().mapToLong(l -> l).sum();
    assertThat(left.values()).allMatch(l -> l >= 0);
    assertThat(open)
        .isEqualTo(book.lotsWithin(true, 1) + book.lotsWithin(false, OrderBook.MOST_TICKS));
  }

  @Test
  void once_it_has_grown_it_allocates_nothing() {
    Counting counting = new Counting();
    OrderBook book = new OrderBook(counting, 1 << 12);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    churn(book, 1, 100_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    churn(book, 100_001, 1_000_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(counting.events).isGreaterThan(1_000_000);
    assertThat(allocated).as("bytes for a million commands").isLessThan(4_096);
  }

  /// Orders come and go, near and far, without anything of this method's own being allocated.
  private static void churn(OrderBook book, long from, int commands) {
    long state = from * 0x9E3779B97F4A7C15L;
    for (long id = from; id < from + commands; id++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      boolean buy = (state & 1) != 0;
      long away = (state >>> 8) & 63;
      long price = 1_000_000 + (buy ? -away : away);
      switch ((int) (state >>> 20) & 15) {
        case 0 -> book.immediateOrCancel(id, buy, 1_000_000 + (buy ? 64 : -64), 5);
        case 1 -> book.market(id, buy, 3);
        case 2 -> book.fillOrKill(id, buy, 1_000_000 + (buy ? 64 : -64), 4);
        case 3 -> book.modify(id - 30, price, 2);
        case 4 -> book.limit(id, buy, buy ? 500 + away : 3_000_000 + away, 1);
        case 5, 6, 7, 8, 9 -> book.limit(id, buy, price, 1 + (away & 7));
        default -> book.cancel(id - 1 - ((state >>> 30) & 63));
      }
      if (book.open() > 3_000) {
        book.market(id, true, 100_000);
        book.market(id, false, 100_000);
      }
    }
  }

  private static final class Counting implements BookEvents {
    long events;

    @Override
    public void accepted(long order, boolean buy, long ticks, long lots) {
      events++;
    }

    @Override
    public void traded(long taker, long maker, long ticks, long lots) {
      events++;
    }

    @Override
    public void cancelled(long order, long lots) {
      events++;
    }

    @Override
    public void modified(long order, long ticks, long lots) {
      events++;
    }

    @Override
    public void rejected(long order, Refusal why) {
      events++;
    }
  }

  @Test
  void ids_that_collide_are_kept_apart() {
    SplittableRandom random = new SplittableRandom(3);
    OrderIds ids = new OrderIds(8);
    Map<Long, Integer> known = new HashMap<>();
    for (int i = 1; i < 300_000; i++) {
      long id = (random.nextLong(1, 40) << random.nextInt(0, 40)) + random.nextInt(3);
      Integer place = known.get(id);
      assertThat(ids.get(id)).isEqualTo(place == null ? 0 : place);
      if (place == null) {
        ids.put(id, i);
        known.put(id, i);
      } else {
        ids.remove(id);
        known.remove(id);
      }
    }
    known.forEach((id, place) -> assertThat(ids.get(id)).isEqualTo(place));
  }

  @Test
  void a_book_for_no_orders_is_refused() {
    assertThatThrownBy(() -> new OrderBook(new Tape(), 0)).hasMessageContaining("expects 1 to");
    assertThatThrownBy(() -> new OrderBook(new Tape(), 10, 5)).hasMessageContaining("was 10 and 5");
  }
}
