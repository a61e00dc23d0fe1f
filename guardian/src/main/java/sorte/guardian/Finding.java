package sorte.guardian;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// One thing that a gate saw: the rule, the place, and the values of its sentence. The sentences
/// themselves, in Portuguese and English, are the phrases `rule` and `rule.remedy`.
///
/// @param rule for example `capability.call`
/// @param where a path, or empty
/// @param line from 1, or 0 where there is none
/// @param values what goes into the sentences
public record Finding(String rule, String where, int line, List<String> values) {

  /// Where the sentences stand.
  public static final String WORDS = "sorte/guardian/words";

  private static final int LONGEST_VALUE = 600;
  private static final int BREAK = '\u23CE';
  private static final int NO_CHARACTER = '\uFFFD';
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");

  public Finding {
    if (line < 0) {
      throw new IllegalArgumentException("a line is 0 or more, was " + line);
    }
    values = values.stream().map(Finding::shown).toList();
  }

  public static Finding at(String rule, String where, int line, Object... values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(String.valueOf(value));
    }
    return new Finding(rule, where, line, texts);
  }

  public static Finding of(String rule, Object... values) {
    return at(rule, "", 0, values);
  }

  public String what(Phrasebook words) {
    return words.say(rule, values(words));
  }

  public String remedy(Phrasebook words) {
    return words.say(rule + ".remedy", values(words));
  }

  /// Decimals as the reader's language writes them; the record keeps the point.
  private Object[] values(Phrasebook words) {
    return values.stream()
        .map(value ->
            words.language().equals("pt") && DECIMAL.matcher(value).matches()
                ? value.replace('.', ',')
                : value)
        .toArray();
  }

  ObjectNode toJson(Phrasebook words) {
    ObjectNode json = Json.object();
    json.put("rule", rule).put("where", where);
    return json.put("what", what(words)).put("remedy", remedy(words)).put("line", line);
  }

  ObjectNode toRecord() {
    ObjectNode json = Json.object().put("rule", rule).put("where", where).put("line", line);
    values.forEach(json.putArray("values")::add);
    return json;
  }

  static Finding ofRecord(JsonNode json) {
    List<String> values = new ArrayList<>();
    json.path("values").forEach(value -> values.add(value.asText()));
    return new Finding(
        Json.text(json, "rule"), Json.text(json, "where"), json.path("line").asInt(), values);
  }

  /// What a candidate says is shown to people, kept in the log and told to a model: it stays within
  /// its sentence. One sign for each, so that what was read back is the same again.
  private static String shown(String value) {
    StringBuilder text = new StringBuilder();
    value.codePoints().limit(LONGEST_VALUE + 1L).forEach(c -> text.appendCodePoint(sign(c)));
    if (text.length() <= LONGEST_VALUE) {
      return text.toString();
    }
    boolean half = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1));
    return text.substring(0, half ? LONGEST_VALUE - 1 : LONGEST_VALUE) + "…";
  }

  private static int sign(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' ? BREAK : c == '\t' ? ' ' : NO_CHARACTER;
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          NO_CHARACTER;
      default -> c;
    };
  }
}
