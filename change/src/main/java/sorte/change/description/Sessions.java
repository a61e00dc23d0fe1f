package sorte.change.description;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The sessions of exchanges that a text names, by a list that is data: when they end is known, so
/// that a text need not say it.
final class Sessions {
  /// When a session ends.
  ///
  /// @param zone the time zone of its clock
  /// @param end the minute of the day
  record Session(String zone, double end) {}

  private record Named(Pattern names, Session session) {}

  private static final List<Named> KNOWN = load();

  private Sessions() {}

  private static List<Named> load() {
    List<Named> known = new ArrayList<>();
    for (String line : Vocabulary.lines("sessions.txt")) {
      String[] parts = line.split(" = ", 2);
      String[] head = parts[0].strip().split("[ -]", -1);
      double end = LocalTime.parse(head[2]).toSecondOfDay() / 60.0;
      String names = parts[1].strip().replace(" | ", "|");
      known.add(new Named(Pattern.compile("\\b(?:" + names + ")\\b"), new Session(head[0], end)));
    }
    return List.copyOf(known);
  }

  /// The one session that a text names; empty where it names none or several.
  static Optional<Session> of(String said) {
    String folded = Scanner.fold(Scanner.plain(said));
    Set<Session> found = new LinkedHashSet<>();
    for (Named named : KNOWN) {
      if (named.names().matcher(folded).find()) {
        found.add(named.session());
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }
}
