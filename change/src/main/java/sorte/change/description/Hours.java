package sorte.change.description;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text says of its clock anywhere: the time zone of its hours, when the session ends, how
/// long a bar is. What it says twice must be the same.
final class Hours {
  private static final Pattern SESSION =
      Pattern.compile(
          "(?i)(?:session|trading hours|market hours|trading window|regular hours|preg[aã]o|trading day)[^.;\\n]{0,60}?(\\d{1,2}:\\d{2}(?: ?[ap]m)?)(?: (?:EST|EDT|ET))?\\s*(?:-|\u2013|\u2014|to|until|and|at[eé]|[aà]s)\\s*(\\d{1,2}:\\d{2}(?: ?[ap]m)?)"
              + "|(\\d{1,2}:\\d{2}(?: ?[ap]m)?)(?: (?:EST|EDT|ET))?\\s*(?:-|\u2013|\u2014|to|until)\\s*(\\d{1,2}:\\d{2}(?: ?[ap]m)?)[^.;\\n]{0,30}?(?:session|trading hours|market hours|regular hours)");

  /// Shorter spans are windows within a session.
  private static final double SHORTEST = 300;

  private Hours() {}

  static void learn(TextReader text, String said) {
    text.known.barMinutes = text.timeframe.map(Hours::minutes).orElse(0);
    Set<String> zones = new LinkedHashSet<>();
    List<Mark> marks = text.marks(said);
    for (int i = 0; i < marks.size(); i++) {
      boolean near = false;
      for (int k = Math.max(0, i - 3); k < i; k++) {
        near |= marks.get(k).is("TIME");
      }
      if (near && marks.get(i).is("ZONE")) {
        zones.add(zone(marks.get(i).raw()));
      }
    }
    text.known.zone = zones.size() == 1 ? zones.iterator().next() : "";
    Set<Double> ends = new LinkedHashSet<>();
    Matcher m = SESSION.matcher(said);
    while (m.find()) {
      boolean before = m.group(1) != null;
      double from = at(text, m.group(before ? 1 : 3));
      double to = at(text, m.group(before ? 2 : 4));
      if (to - from >= SHORTEST) {
        ends.add(to);
      }
    }
    text.known.sessionEnd = ends.size() == 1 ? ends.iterator().next() : -1;
    text.known.session =
        ends.isEmpty() ? Sessions.of(said).filter(s -> fits(s, zones)) : Optional.empty();
  }

  /// A session whose clock is another than that of the text's hours is not meant.
  private static boolean fits(Sessions.Session session, Set<String> zones) {
    return zones.isEmpty() || zones.equals(Set.of(session.zone()));
  }

  private static double at(TextReader text, String clock) {
    List<Mark> marks = text.marks(clock);
    return marks.isEmpty() ? -1 : marks.getFirst().number();
  }

  /// How many minutes a bar of less than a day is; 0 for others.
  private static int minutes(String timeframe) {
    int number = Integer.parseInt(timeframe.replaceAll("\\D", ""));
    return switch (timeframe.charAt(timeframe.length() - 1)) {
      case 'm' -> number;
      case 'h' -> number * 60;
      default -> 0;
    };
  }

  private static String zone(String words) {
    return switch (words) {
      case "utc", "gmt" -> "UTC";
      case "london time", "uk time" -> "Europe/London";
      case "brt", "brasilia time", "horario de brasilia", "hora de brasilia", "sao paulo time" ->
          "America/Sao_Paulo";
      case "cet", "central european time" -> "Europe/Berlin";
      default -> "America/New_York";
    };
  }
}
