package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// The running system at a glance, for a person or a script.
record StatusText(Screen screen, boolean json) {
  void show(JsonNode status) {
    if (json) {
      screen.json(status);
      return;
    }
    JsonNode trader = status.path("trader");
    screen.show(
        "status.trader",
        screen.words().say("trader." + trader.path("state").asText("unreachable")),
        trader.path("bar").asText("-"),
        trader.path("price").asText("-"));
    screen.show("status.equity", status.path("equity").asText("-"));
    JsonNode strategies = status.path("strategies");
    for (JsonNode slot : strategies) {
      screen
          .out()
          .printf(
              "  %-8s %-20s %s%n",
              slot.path("slot").asText(),
              slot.path("strategy").asText(),
              slot.path("equity").asText());
    }
    for (JsonNode position : status.path("positions")) {
      screen.show(
          "status.position",
          position.path("slot").asText(),
          position.path("side").asText(),
          position.path("quantity").asText());
    }
    for (JsonNode change : status.path("changes")) {
      new ChangeLine(screen, false).show(change);
    }
    for (JsonNode alert : status.path("alerts")) {
      screen.show("status.alert", screen.text(alert.has("text") ? alert.path("text") : alert));
    }
    for (Map.Entry<String, JsonNode> service : status.path("services").properties()) {
      screen.show("status.service", service.getKey(), service.getValue().asText());
    }
  }
}
