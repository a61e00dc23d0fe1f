package sorte.trading.engine;

import sorte.trading.journal.Event;

/// The numbers of orders, as [Retelling] counts them: in blocks that are reserved before they are
/// used, and of which none is begun twice.
final class RetoldIds {
  private static final int BLOCK = 1024;
  private static final int AHEAD = 128;

  private final RetoldTape tape;
  private long next = 1;
  private long reserved = 1;

  RetoldIds(RetoldTape tape) {
    this.tape = tape;
  }

  /// Whoever takes a journal up begins a block of its own.
  void takenUp() {
    next = reserved;
    tape.begun();
  }

  long next() {
    if (next == reserved || tape.fresh()) {
      next = reserved;
      reserve();
      tape.begun();
    }
    return next;
  }

  void used() {
    next++;
  }

  /// At the end of a bar, so that no order waits for it.
  void reserveAhead() {
    if (!tape.fresh() && reserved - next < AHEAD) {
      reserve();
    }
  }

  private void reserve() {
    tape.says(new Event.IdsReserved(reserved, reserved + BLOCK));
    reserved += BLOCK;
  }
}
