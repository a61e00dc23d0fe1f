package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.trading.door.Json;

/// What a change does, in a line. Words of others become one line of bounded length without control
/// characters.
final class Summaries {
  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_SUBJECT = 72;

  private Summaries() {}

  static ObjectNode joined(ArrayNode summaries) {
    ObjectNode joined = Json.object();
    for (String language : new String[] {"pt", "en"}) {
      StringBuilder text = new StringBuilder();
      for (JsonNode summary : summaries) {
        text.append(text.isEmpty() ? "" : "; ").append(summary.path(language).asText());
      }
      joined.put(language, text.toString());
    }
    return joined;
  }

  static String oneLine(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return bounded(line, LONGEST_LINE);
  }

  static String subject(Change change) {
    ChangeEvent.Edited edited = change.last(ChangeEvent.Edited.class).orElseThrow();
    String summary = oneLine(edited.summary().path("en").asText(""));
    String line = summary.isEmpty() ? oneLine(change.requested().words()) : summary;
    return bounded("[" + edited.strategy() + "] " + line, LONGEST_SUBJECT);
  }

  private static String bounded(String line, int longest) {
    if (line.codePointCount(0, line.length()) <= longest) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
