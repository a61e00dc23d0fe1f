package sorte.change.commander;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Map;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// What the owner should know now, by key: raised, and taken down when it is over.
final class Alerts {
  static final String WORDS = "sorte/change/commander/words";

  /// The most that are kept; the oldest go first.
  private static final int MOST = 50;

  private final Map<String, Map<String, String>> raised = new LinkedHashMap<>();

  synchronized void raise(String key, String phrase, Object... values) {
    raised.remove(key);
    raised.put(key, both(phrase, values));
    if (raised.size() > MOST) {
      raised.remove(raised.keySet().iterator().next());
    }
  }

  synchronized void over(String key) {
    raised.remove(key);
  }

  synchronized ArrayNode toJson() {
    ArrayNode array = Json.MAPPER.createArrayNode();
    raised.forEach((key, text) -> array.addObject().put("key", key).set("text", Json.tree(text)));
    return array;
  }

  static Map<String, String> both(String phrase, Object... values) {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("pt", Phrasebook.load(WORDS, "pt").say(phrase, values));
    text.put("en", Phrasebook.load(WORDS, "en").say(phrase, values));
    return text;
  }
}
