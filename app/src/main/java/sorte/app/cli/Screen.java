package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// Where a command speaks: results to standard output, everything else to standard error, words in
/// the person's language.
public record Screen(PrintStream out, PrintStream err, Phrasebook words) {

  /// The screen of a person whose environment is `environment`: `SORTE_LANG`, else the locale, else
  /// English.
  static Screen of(Map<String, String> environment, PrintStream out, PrintStream err) {
    return new Screen(out, err, Phrasebook.load("sorte/app/words", language(environment)));
  }

  static String language(Map<String, String> environment) {
    for (String key : new String[] {"SORTE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(key, "");
      if (!value.isEmpty()) {
        return value.toLowerCase(Locale.ROOT).startsWith("pt") ? "pt" : "en";
      }
    }
    return "en";
  }

  public String language() {
    return words.language();
  }

  /// A line of the result, for a person.
  public void show(String key, Object... values) {
    out.println(words.say(key, values));
  }

  /// A line beside the result: progress, a warning, an error.
  public void tell(String key, Object... values) {
    err.println(words.say(key, values));
  }

  /// The result, for a script: one JSON document.
  public void json(Object value) {
    out.println(Json.line(value));
  }

  /// The text of the language at hand in `{"pt": …, "en": …}`, or the text itself.
  String text(JsonNode node) {
    return node.isObject() ? node.path(language()).asText("") : node.asText("");
  }
}
