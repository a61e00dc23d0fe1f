package sorte.trading.engine;

import sorte.trading.journal.Event;

/// The numbers of orders: each used once, whatever dies. They are reserved in blocks, on the disk
/// before the first of a block is used.
final class OrderIds {

  /// Ids are reserved in blocks of so many; a reservation is forced to the disk.
  static final int BLOCK = 1024;

  /// So many ids are always there, from the fourth edition of the rules on.
  static final int AHEAD = 128;

  private final Tape tape;
  private boolean ahead;
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
    if (next == reservedUpTo || tape.beganHere() || reservationIsWritten()) {
      next = reservedUpTo;
      reserve();
      tape.begun();
    }
    return next;
  }

  /// The rules of the fourth edition: ids are reserved before they are needed.
  void fourthEdition() {
    ahead = true;
  }

  /// Reserves another block where the last one is nearly used up, at the end of a bar, so that no
  /// order waits for the disk. A process that has begun none of its own leaves that to its first
  /// order.
  void reserveAhead() {
    boolean due = tape.live() && !tape.beganHere() && reservedUpTo - next < AHEAD;
    if (ahead && (due || reservationIsWritten())) {
      reserve();
    }
  }

  private void reserve() {
    tape.writeForced(new Event.IdsReserved(reservedUpTo, reservedUpTo + BLOCK));
    reservedUpTo += BLOCK;
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

  /// Whether the process that wrote this reserved a block here, though it had ids left.
  private boolean reservationIsWritten() {
    return tape.peek().orElse(null) instanceof Event.IdsReserved;
  }
}
