package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import sorte.trading.door.Door;
import sorte.trading.door.Json;

/// A mind's door over real HTTP: it knows the plans that a test gives it, and edits one file.
final class FakeMind {
  final Map<String, JsonNode> plans = new LinkedHashMap<>();

  FakeMind() {
    knows("stop 2%", "{'do':'set-parameter','parameter':'stop-loss','value':0.02}");
    knows("stop 3%", "{'do':'set-parameter','parameter':'stop-loss','value':0.03}");
  }

  void knows(String words, String actions) {
    plans.put(
        words,
        Json.read(
            "{'language':'en','kind':'plan','actions':[%s]}"
                .formatted(actions)
                .replace('\'', '"')));
  }

  void configure(Door.Routes routes) {
    routes
        .post("/understand", (_, body) -> understand(Json.text(body, "words")))
        .post("/edit", (_, body) -> edit(body));
  }

  private JsonNode understand(String words) {
    JsonNode plan = plans.get(words);
    return plan != null
        ? plan
        : Json.read("{\"language\":\"en\",\"kind\":\"refuse\",\"reason\":\"no\"}");
  }

  private ObjectNode edit(JsonNode body) {
    JsonNode action = body.path("plan").path("actions").path(body.path("action").asInt());
    String old = body.path("base").path("files").path(FakeGuardian.PATH).asText();
    ObjectNode answer =
        Json.object().put("outcome", "edited").put("strategy", "ema-cross").put("expected", "-");
    answer.putObject("files").put(FakeGuardian.PATH, old + "// " + action.path("value").asText());
    answer.putObject("summary").put("pt", "stop").put("en", "stop");
    return answer;
  }
}
