package sorte.trading.exchange;

import java.util.Comparator;

/// Something that reaches the exchange at a time.
///
/// @param earliestBar the first bar in which it may, counted from 0
/// @param sequence in the order of sending
record Timed(Kind kind, WorkingOrder order, long time, long earliestBar, long sequence) {

  /// At the same time, in this order.
  enum Kind {
    EXPIRY,
    CANCEL,
    ARRIVAL
  }

  static final Comparator<Timed> ORDER =
      Comparator.comparingLong(Timed::time)
          .thenComparing(Timed::kind)
          .thenComparingLong(Timed::sequence);
}
