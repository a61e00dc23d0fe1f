package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// One change in one line, or as JSON.
record ChangeLine(Screen screen, boolean json) {
  void show(JsonNode change) {
    if (json) {
      screen.json(change);
    } else {
      screen.show("show.state", change.path("id").asText(), state(screen, change));
    }
  }

  /// Its state in words: who waits for another change waits for nobody's answer.
  static String state(Screen screen, JsonNode change) {
    String key = "state." + change.path("state").asText();
    return screen.words().say(waitsForItsTurn(change) ? key + ".turn" : key);
  }

  /// Whether it waits for the change before it, and goes on by itself.
  static boolean waitsForItsTurn(JsonNode change) {
    return change.path("state").asText().equals("waiting")
        && change.path("waitingFor").asText().equals("turn");
  }
}
