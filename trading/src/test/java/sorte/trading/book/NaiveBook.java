package sorte.trading.book;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The rules once more, in the plainest form: a sorted map of queues a side. For comparing.
final class NaiveBook {
  static final class Resting {
    final long id;
    final boolean buy;
    long price;
    long lots;

    Resting(long id, boolean buy, long price, long lots) {
      this.id = id;
      this.buy = buy;
      this.price = price;
      this.lots = lots;
    }
  }

  private final BookEvents events;
  private final int most;
  private final NavigableMap<Long, Deque<Resting>> buys = new TreeMap<>(Collections.reverseOrder());
  private final NavigableMap<Long, Deque<Resting>> sells = new TreeMap<>();
  private final Map<Long, Resting> known = new HashMap<>();

  NaiveBook(BookEvents events, int most) {
    this.events = events;
    this.most = most;
  }

  void limit(long id, boolean buy, long price, long lots) {
    if (fresh(id, price, lots) && roomFor(id)) {
      events.accepted(id, buy, price, lots);
      enter(new Resting(id, buy, price, lots));
    }
  }

  void postOnly(long id, boolean buy, long price, long lots) {
    if (!fresh(id, price, lots)) {
      return;
    }
    NavigableMap<Long, Deque<Resting>> others = buy ? sells : buys;
    if (!others.isEmpty() && meets(buy, price, others.firstKey())) {
      events.rejected(id, Refusal.WOULD_TRADE);
    } else if (roomFor(id)) {
      events.accepted(id, buy, price, lots);
      enter(new Resting(id, buy, price, lots));
    }
  }

  void immediateOrCancel(long id, boolean buy, long price, long lots) {
    if (fresh(id, price, lots)) {
      events.accepted(id, buy, price, lots);
      long left = trade(id, buy, price, lots);
      if (left > 0) {
        events.cancelled(id, left);
      }
    }
  }

  void fillOrKill(long id, boolean buy, long price, long lots) {
    if (!fresh(id, price, lots)) {
      return;
    }
    long there = 0;
    for (Map.Entry<Long, Deque<Resting>> level : (buy ? sells : buys).entrySet()) {
      if (meets(buy, price, level.getKey())) {
        there += level.getValue().stream().mapToLong(r -> r.lots).sum();
      }
    }
    if (there < lots) {
      events.rejected(id, Refusal.NOT_ENOUGH);
    } else {
      events.accepted(id, buy, price, lots);
      trade(id, buy, price, lots);
    }
  }

  void market(long id, boolean buy, long lots) {
    if (fresh(id, 1, lots)) {
      events.accepted(id, buy, 0, lots);
      long left = trade(id, buy, buy ? Long.MAX_VALUE : 0, lots);
      if (left > 0) {
        events.cancelled(id, left);
      }
    }
  }

  void cancel(long id) {
    Resting resting = known.get(id);
    if (resting == null) {
      events.rejected(id, Refusal.UNKNOWN);
      return;
    }
    leave(resting);
    events.cancelled(id, resting.lots);
  }

  void modify(long id, long price, long lots) {
    Resting resting = known.get(id);
    if (resting == null) {
      events.rejected(id, Refusal.UNKNOWN);
    } else if (sound(id, price, lots)) {
      events.modified(id, price, lots);
      if (price == resting.price && lots <= resting.lots) {
        resting.lots = lots;
      } else {
        leave(resting);
        enter(new Resting(id, resting.buy, price, lots));
      }
    }
  }

  Map<Long, Resting> known() {
    return known;
  }

  private boolean roomFor(long id) {
    if (known.size() < most) {
      return true;
    }
    events.rejected(id, Refusal.FULL);
    return false;
  }

  private boolean fresh(long id, long price, long lots) {
    if (id < 1) {
      events.rejected(id, Refusal.BAD_ID);
      return false;
    }
    if (!sound(id, price, lots)) {
      return false;
    }
    if (known.containsKey(id)) {
      events.rejected(id, Refusal.DUPLICATE);
      return false;
    }
    return true;
  }

  private boolean sound(long id, long price, long lots) {
    if (price < 1 || price > 1L << 40) {
      events.rejected(id, Refusal.BAD_PRICE);
      return false;
    }
    if (lots < 1 || lots > 1L << 38) {
      events.rejected(id, Refusal.BAD_QUANTITY);
      return false;
    }
    return true;
  }

  private void enter(Resting order) {
    order.lots = trade(order.id, order.buy, order.price, order.lots);
    if (order.lots > 0) {
      (order.buy ? buys : sells)
          .computeIfAbsent(order.price, _ -> new ArrayDeque<>())
          .addLast(order);
      known.put(order.id, order);
    }
  }

  private void leave(Resting order) {
    NavigableMap<Long, Deque<Resting>> side = order.buy ? buys : sells;
    side.get(order.price).remove(order);
    if (side.get(order.price).isEmpty()) {
      side.remove(order.price);
    }
    known.remove(order.id);
  }

  private long trade(long id, boolean buy, long price, long lots) {
    NavigableMap<Long, Deque<Resting>> others = buy ? sells : buys;
    long left = lots;
    while (left > 0 && !others.isEmpty() && meets(buy, price, others.firstKey())) {
      Resting first = others.firstEntry().getValue().peekFirst();
      long traded = Math.min(left, first.lots);
      left -= traded;
      first.lots -= traded;
      if (first.lots == 0) {
        leave(first);
      }
      events.traded(id, first.id, first.price, traded);
    }
    return left;
  }

  private static boolean meets(boolean buy, long price, long other) {
    return buy ? other <= price : other >= price;
  }
}
