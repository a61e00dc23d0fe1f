package sorte.data.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import sorte.trading.door.Json;

/// What was noticed about a feed since it was started: how often each, and the last of them in
/// words.
final class Findings {
  private static final System.Logger LOG = System.getLogger("sorte.feed");

  /// How many are kept in words.
  static final int KEPT = 40;

  /// The longest words of one, in characters.
  static final int LONGEST = 300;

  /// What can be noticed.
  enum Kind {
    /// A connection was made after one was lost.
    RECONNECTED,
    /// A connection was lost, or could not be made.
    LOST,
    /// The connection was open and nothing came, no pong either.
    SILENT,
    /// The connection answered, but the exchange had bars that the stream did not bring.
    DEAF,
    /// A bar is overdue, and the exchange does not have it either.
    OVERDUE,
    /// Bars were missing and were asked for.
    GAP_FILLED,
    /// The exchange itself has no bar there.
    NO_BAR,
    DUPLICATE,
    LATE,
    /// A closed bar was sent again with other numbers; the first one stands.
    CONTRADICTION,
    MISPLACED,
    GARBAGE,
    /// The exchange wants to be left alone for a while.
    TOO_OFTEN,
    CLOCK_OFF,
    /// The bar built of the trades is not the one that the exchange sent.
    TRADES_DIFFER,
    TRADES_BROKEN,
    NOT_WRITTEN
  }

  private record Noticed(Kind kind, long at, String words) {}

  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final Deque<Noticed> last = new ArrayDeque<>();

  synchronized void notice(Kind kind, long at, String words) {
    counts.merge(kind, 1L, Long::sum);
    String cut = words.substring(0, Math.min(LONGEST, words.length()));
    last.addLast(new Noticed(kind, at, cut));
    if (last.size() > KEPT) {
      last.removeFirst();
    }
    LOG.log(System.Logger.Level.INFO, "{0}: {1}", kind, cut);
  }

  synchronized long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  synchronized void show(ObjectNode status) {
    ObjectNode shown = status.putObject("counts");
    for (Kind kind : Kind.values()) {
      shown.put(word(kind), counts.getOrDefault(kind, 0L));
    }
    ArrayNode list = status.putArray("findings");
    for (Noticed noticed : last) {
      list.add(
          Json.object()
              .put("kind", word(noticed.kind))
              .put("at", Instant.ofEpochMilli(noticed.at).toString())
              .put("words", noticed.words));
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
