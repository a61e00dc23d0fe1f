package sorte.change.description;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Sentences that name a stop or a target without saying where it is.
final class Announcing {
  private final List<Mark> marks;

  Announcing(List<Mark> marks) {
    this.marks = HoldWords.plain(marks);
  }

  private boolean has(String code) {
    return HoldWords.has(marks, code);
  }

  private static final Set<String> ANNOUNCING =
      Set.of(
          "STOP",
          "TARGET",
          "TRAIL",
          "AWAY",
          "AND",
          "ENTER",
          "ENTRYPRICE",
          "AFTER",
          "POSITION",
          "EACH",
          "OF",
          "BOTH",
          "RISKHEAD",
          "BY",
          ",",
          ":",
          "PER",
          "LONG",
          "SHORT",
          "SIZE",
          "/");

  /// "Immediately after the entry, SL and TP are placed": both are said elsewhere, or are missing.
  boolean announced() {
    boolean stops = has("STOP") || has("TARGET") || has("TRAIL");
    return stops
        && !has("SIZE")
        && marks.stream()
            .allMatch(m ->
                ANNOUNCING.contains(m.code())
                    || HoldWords.fixed(m)
                    || m.raw().equals("immediately")
                    || m.raw().equals("orders"));
  }

  /// What an announcement names.
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (String name : List.of("STOP", "TARGET", "TRAIL")) {
      if (has(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
