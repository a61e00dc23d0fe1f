package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import sorte.change.observe.Figures;
import sorte.change.observe.Reasons;

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
        money(trader.path("price")));
    String because = trader.path("haltedBecause").asText();
    if (!because.isEmpty()) {
      screen.show("status.halted", Reasons.said(because, screen.language()));
    }
    screen.show("status.equity", money(status.path("equity")));
    feed(status.path("feed"));
    JsonNode strategies = status.path("strategies");
    for (JsonNode slot : strategies) {
      screen
          .out()
          .printf(
              "  %-8s %-20s %s%n",
              screen.words().say("slot." + slot.path("slot").asText("run-off")),
              slot.path("strategy").asText(),
              money(slot.path("equity")));
    }
    for (JsonNode position : status.path("positions")) {
      screen.show(
          "status.position",
          screen.words().say("slot." + position.path("slot").asText("run-off")),
          screen.words().say("side." + position.path("side").asText()),
          new Figures(screen.language()).fixed(position.path("quantity").asDouble(), 5));
    }
    for (JsonNode change : status.path("changes")) {
      new ChangeLine(screen, false).show(change);
    }
    for (JsonNode alert : status.path("alerts")) {
      screen.show("status.alert", screen.text(alert.has("text") ? alert.path("text") : alert));
    }
    for (Map.Entry<String, JsonNode> service : status.path("services").properties()) {
      screen.show(
          "status.service",
          service.getKey(),
          screen.words().say("service." + service.getValue().asText()));
    }
  }

  private void feed(JsonNode feed) {
    if (!feed.isMissingNode()) {
      screen.show(
          "status.feed",
          feed.path("feed").asText("-"),
          screen.words().say("feed." + feed.path("state").asText("unreachable")),
          feed.path("lastBar").asText("-"),
          Long.toString(Math.max(0, feed.path("lagMillis").asLong()) / 1000),
          feed.path("reconnects").asText("-"));
    }
  }

  /// Money with two decimals, as the person's language writes it. JSON may hold it as a text.
  private String money(JsonNode amount) {
    double value = amount.isTextual() ? Double.parseDouble(amount.textValue()) : amount.asDouble();
    return amount.isNull() || amount.isMissingNode()
        ? "-"
        : new Figures(screen.language()).money(value);
  }
}
