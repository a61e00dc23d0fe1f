package sorte.trading.engine;

import sorte.trading.journal.Event;

/// The numbers of orders: each used once, whatever dies. They are reserved in blocks, on the disk
/// before the first of a block is used.
final class OrderIds {

  /// Ids are reserved in blocks of so many; a reservation is forced to the disk.
  static final int BLOCK = 1024;

  private final Tape tape;
  private long next = 1;
  private long reservedUpTo = 1;
  private long last;

  OrderIds(Tape tape) {
    this.tape = tape;
  }

  /// Ids of a block begun by a process that is gone are not used: the machine may have lost what
  /// was written last.
  void skipBlock() {
    next = reservedUpTo;
    tape.begun();
  }

  /// The id of the next order; the same again until it is used.
  long next() {
    if (next == reservedUpTo || tape.beganHere() || reservedEarly()) {
      next = reservedUpTo;
      tape.writeForced(new Event.IdsReserved(next, next + BLOCK));
      reservedUpTo = next + BLOCK;
      tape.begun();
    }
    return next;
  }

  /// An order left under the next id.
  void used() {
    last = next;
    next++;
  }

  /// The last id under which an order left; 0 before the first.
  long last() {
    return last;
  }

  /// Whether the process that wrote this began a block here though it had ids left.
  private boolean reservedEarly() {
    return tape.peek().orElse(null) instanceof Event.IdsReserved;
  }
}
