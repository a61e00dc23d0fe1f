package sorte.change.commander;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Map;
import sorte.change.observe.Reasons;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// What the owner should know now, by key: raised, and taken down when it is over.
final class Alerts {
  static final String WORDS = "sorte/change/commander/words";

  /// The most that are kept; the oldest go first.
  private static final int MOST = 50;

  /// A value that is a recorded reason: said in the language of the phrase around it.
  record Recorded(String reason) {}

  /// A value that is a phrase of its own: said in the language of the phrase around it.
  record Said(String phrase) {}

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
    text.put("pt", said("pt", phrase, values));
    text.put("en", said("en", phrase, values));
    return text;
  }

  private static String said(String language, String phrase, Object... values) {
    Phrasebook book = Phrasebook.load(WORDS, language);
    Object[] shown = values.clone();
    for (int i = 0; i < shown.length; i++) {
      shown[i] =
          switch (shown[i]) {
            case Recorded(String reason) -> Reasons.said(reason, language);
            case Said(String of) -> book.say(of);
            case Object other -> other;
          };
    }
    return book.say(phrase, shown);
  }
}
