package sorte.change.commander;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/// Only one change is in rollout at a time. Whoever waits longest goes next; ids are given in
/// order.
final class Turn {
  private final TreeSet<String> waiting =
      new TreeSet<>(
          Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  private Optional<String> holder = Optional.empty();

  /// Whether `change` may roll out now; where not, it stands in the queue.
  synchronized boolean take(String change) {
    if (holder.isPresent()) {
      if (!holder.get().equals(change)) {
        waiting.add(change);
        return false;
      }
      return true;
    }
    waiting.add(change);
    if (!waiting.first().equals(change)) {
      return false;
    }
    waiting.remove(change);
    holder = Optional.of(change);
    return true;
  }

  /// Ends the turn of `change`, or its place in the queue.
  synchronized void leave(String change) {
    waiting.remove(change);
    if (holder.filter(change::equals).isPresent()) {
      holder = Optional.empty();
    }
  }

  synchronized Optional<String> holder() {
    return holder;
  }
}
