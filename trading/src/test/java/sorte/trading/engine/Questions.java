package sorte.trading.engine;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongPredicate;
import sorte.trading.venue.Reply;

/// What the venue hears and says of each order, as far as somebody must ask: of an order, or of a
/// cancellation, of which nothing was heard for three bars; of one that the venue said it does not
/// know, or that it filled otherwise than was heard, at the next bar.
final class Questions {
  private static final int SILENT_BARS = 3;

  private static final class Open {
    long since;
    boolean waiting = true;
    boolean cancelled;
    boolean acknowledged;
    boolean rests;
    int unknown;

    /// Whether it is over and filled otherwise than was heard: a fill may be on its way still.
    boolean differs;

    final Map<Integer, Double> fills = new HashMap<>();
  }

  private static final double DUST = 1e-7;

  private final Map<Long, Open> open = new HashMap<>();

  /// @param rests whether it is the stop: it is placed anew whatever was filled
  void sent(long order, boolean rests, long bar) {
    Open about = open.computeIfAbsent(order, _ -> new Open());
    about.since = bar;
    about.rests = rests;
  }

  void asked(long order, long bar) {
    Open about = open.get(order);
    if (about != null) {
      about.since = bar;
    }
  }

  void cancelled(long order, long bar) {
    Open about = open.get(order);
    boolean fired = about != null && about.rests && !about.fills.isEmpty();
    if (about != null && !about.cancelled && !fired) { // a stop that fired whole has no more to say
      about.cancelled = true;
      about.since = about.waiting ? about.since : bar;
      about.waiting = true;
    }
  }

  void heard(Reply reply, long bar) {
    Open about = open.get(reply.order());
    if (about == null) {
      return;
    }
    about.waiting = false;
    about.cancelled = false;
    about.differs = false;
    switch (reply) {
      case Reply.Acknowledged _ -> about.acknowledged = true;
      case Reply.Stated(long order, Reply.State state, double filled) -> {
        switch (state) {
          case UNKNOWN -> {
            about.unknown++;
            about.since = bar;
            about.waiting = about.unknown == 1 && !about.acknowledged;
          }
          case OPEN -> {
            about.unknown = 0;
            about.acknowledged = true;
          }
          case CLOSED -> closed(order, about, filled, bar);
        }
      }
      case Reply.Filled fill -> about.fills.put(fill.fill(), fill.quantity());
      case Reply.Rejected _, Reply.Cancelled _ -> open.remove(reply.order());
      case Reply.Holds _ -> {}
    }
  }

  private void closed(long order, Open about, double filled, long bar) {
    double heard = about.fills.values().stream().mapToDouble(q -> q).sum();
    if (about.rests || Math.abs(filled - heard) <= DUST) {
      open.remove(order);
    } else {
      about.differs = true;
      about.waiting = true;
      about.since = bar;
    }
  }

  /// An order about which the venue should have been asked by the end of this bar; -1 for none.
  ///
  /// @param givenUp whether the trader told that nobody ever answered
  long overdue(long bar, LongPredicate givenUp) {
    for (Iterator<Map.Entry<Long, Open>> i = open.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<Long, Open> next = i.next();
      Open about = next.getValue();
      if (givenUp.test(next.getKey())) {
        i.remove();
      } else if (about.waiting
          && bar - about.since >= (about.unknown == 1 || about.differs ? 1 : SILENT_BARS)) {
        return next.getKey();
      }
    }
    return -1;
  }
}
