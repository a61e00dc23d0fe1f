package sorte.trading.engine;

import sorte.trading.slot.Slot;

/// What one slot puts into one order: first out of what it holds, then into something new.
final class Part {
  final Slot slot;
  double exit;
  double entry;

  /// @param exit signed as traded: selling what was long is below zero
  Part(Slot slot, double exit, double entry) {
    this.slot = slot;
    this.exit = exit;
    this.entry = entry;
  }

  boolean empty() {
    return exit == 0 && entry == 0;
  }
}
