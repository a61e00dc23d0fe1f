package sorte.trading.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is sent at once: an order, or several that hang on each other.
public sealed interface Instruction {

  /// An order alone.
  record Single(OrderTicket order) implements Instruction {}

  /// An entry with its exits. What one exit fills is taken off the others; an exit that fills ends
  /// what is left of the entry.
  record Bracket(OrderTicket entry, List<Exit> exits) implements Instruction {
    /// The most ways out of one position.
    public static final int MOST_EXITS = 8;

    public Bracket {
      exits = List.copyOf(exits);
      if (entry.reduceOnly()) {
        throw new IllegalArgumentException(
            "order " + entry.id() + ": the entry of a bracket opens, it cannot be reduce-only");
      }
      if (exits.size() > MOST_EXITS) {
        throw new IllegalArgumentException(
            "order " + entry.id() + ": at most " + MOST_EXITS + " exits, were " + exits.size());
      }
      Set<Long> ids = new HashSet<>(Set.of(entry.id()));
      for (Exit exit : exits) {
        if (exit.id() <= 0 || !ids.add(exit.id())) {
          throw new IllegalArgumentException(
              "order " + entry.id() + ": each exit needs an id of its own, was " + exit.id());
        }
      }
    }
  }

  /// Two orders of one quantity (OCO): what one fills is taken off the other, and where nothing is
  /// left the other is cancelled.
  record OneCancelsOther(OrderTicket one, OrderTicket other) implements Instruction {
    public OneCancelsOther {
      if (one.id() == other.id() || !one.symbol().equals(other.symbol())) {
        throw new IllegalArgumentException(
            "one-cancels-other is two orders on one instrument: " + one.id() + ", " + other.id());
      }
      if (!(one.size() instanceof Size.Units) || !one.size().equals(other.size())) {
        throw new IllegalArgumentException(
            "one-cancels-other is for one quantity, were " + one.size() + " and " + other.size());
      }
    }
  }

  /// The second is sent by the venue itself when the first has come to its end, whichever (OTO).
  record OneTriggersOther(OrderTicket first, Instruction then) implements Instruction {}
}
