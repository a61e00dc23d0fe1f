package sorte.data.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import sorte.trading.market.Bar;

/// The bars taken in so far, and what is to be made of one more. What was once taken in stands.
final class BarLine {

  /// How many of the last bars are remembered, to tell a bar sent twice from one that contradicts.
  static final int REMEMBERED = 1_500;

  /// What is to be made of a bar.
  sealed interface Place {}

  /// It is the next one: it belongs at the end.
  record Next() implements Place {}

  /// Bars are missing before it.
  ///
  /// @param from start of the first that is missing
  record Gap(long from) implements Place {}

  /// It is the newest one once more, the same to the bit.
  record Again() implements Place {}

  /// Another one stands in its place; that one stays.
  record Contradicts(Bar stands) implements Place {}

  /// It comes after a later one: it stands there already, or was before all that is remembered.
  record Late() implements Place {}

  /// It does not start where a bar of this length starts.
  record Misplaced() implements Place {}

  private final long millis;
  private final Deque<Bar> last = new ArrayDeque<>();

  BarLine(long millis) {
    this.millis = millis;
  }

  Place place(Bar bar) {
    if (Math.floorMod(bar.time(), millis) != 0) {
      return new Misplaced();
    }
    if (last.isEmpty() || bar.time() == next()) {
      return new Next();
    }
    if (bar.time() > next()) {
      return new Gap(next());
    }
    Iterator<Bar> newestFirst = last.descendingIterator();
    while (newestFirst.hasNext()) {
      Bar known = newestFirst.next();
      if (known.time() == bar.time()) {
        if (!known.equals(bar)) {
          return new Contradicts(known);
        }
        return known.time() == last.getLast().time() ? new Again() : new Late();
      }
      if (known.time() < bar.time()) {
        break;
      }
    }
    return new Late();
  }

  /// Takes a bar in at the end.
  void take(Bar bar) {
    if (!last.isEmpty() && bar.time() < next()) {
      throw new IllegalArgumentException(
          "a bar at " + bar.time() + " cannot follow the one at " + last.getLast().time());
    }
    last.addLast(bar);
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
  }

  Optional<Bar> newest() {
    return Optional.ofNullable(last.peekLast());
  }

  /// Where the next bar starts. There must be one before it.
  long next() {
    return last.getLast().time() + millis;
  }
}
