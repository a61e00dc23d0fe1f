package sorte.strategy;

import java.time.ZoneId;
import sorte.strategy.run.FeedSlot;

/// The market a strategy is built on: handed to its constructor, passed on to [Strategy], and good
/// for nothing else. One market carries one strategy.
public final class Market {
  final Tape tape;

  /// For engines; a strategy may not name what it takes.
  ///
  /// @param slot where the engine's end of this market is left
  /// @param zone the time zone whose days a daily line starts again in
  public Market(FeedSlot slot, ZoneId zone) {
    this.tape = new Tape(zone, slot.memo(), slot.length());
    slot.put(tape);
  }
}
