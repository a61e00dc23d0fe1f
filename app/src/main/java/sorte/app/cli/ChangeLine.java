package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// One change in one line, or as JSON.
record ChangeLine(Screen screen, boolean json) {
  void show(JsonNode change) {
    if (json) {
      screen.json(change);
    } else {
      screen.show(
          "show.state",
          change.path("id").asText(),
          screen.words().say("state." + change.path("state").asText()));
    }
  }
}
