package sorte.trading.engine;

import java.util.ArrayList;
import java.util.List;

/// What others may read of what happened, numbered from 0. The engine adds, doors read and wait.
final class Notices {

  /// How many are kept; older ones stand in the journal alone.
  static final int KEPT = 50_000;

  /// @param type a past participle such as `SlotLoaded`
  record Notice(
      long seq, long bar, long time, String type, String change, String slot, String detail) {}

  private final List<Notice> kept = new ArrayList<>();
  private long first;

  synchronized void add(
      String type, long bar, long time, String change, String slot, String detail) {
    kept.add(new Notice(first + kept.size(), bar, time, type, change, slot, detail));
    if (kept.size() > KEPT) {
      int drop = KEPT / 10;
      kept.subList(0, drop).clear();
      first += drop;
    }
    notifyAll();
  }

  synchronized List<Notice> from(long seq, int most, long waitMillis) throws InterruptedException {
    long deadline = System.nanoTime() + waitMillis * 1_000_000;
    while (seq >= first + kept.size()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return List.of();
      }
      wait(left);
    }
    int at = (int) Math.max(0, seq - first);
    return List.copyOf(kept.subList(at, Math.min(kept.size(), at + most)));
  }
}
