package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sorte.change.log.Change;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// Everything at a glance, also while a process is away (docs/contracts/cli.md, `status`).
final class StatusJson {
  /// Ended changes shown; those under way are always shown.
  private static final int ENDED_SHOWN = 5;

  private StatusJson() {}

  static ObjectNode of(House house) {
    ObjectNode json = Json.object();
    JsonNode trader = traderOrNothing(house);
    json.set("trader", trader);
    ArrayNode strategies = json.putArray("strategies");
    ArrayNode positions = json.putArray("positions");
    for (JsonNode slot : trader.path("slots")) {
      strategies.add(slot);
      position(positions, slot);
    }
    for (JsonNode runOff : trader.path("runOff")) {
      position(positions, runOff);
    }
    json.set("equity", trader.has("equity") ? trader.path("equity") : json.nullNode());
    ArrayNode changes = json.putArray("changes");
    shown(house.log().all()).forEach(c -> changes.add(ChangeJson.of(c, house.memory())));
    ArrayNode alerts = house.alerts().toJson();
    traderAlerts(trader, alerts);
    JsonNode feed = feed(house, trader);
    if (!feed.isMissingNode()) {
      json.set("feed", feed);
      feedAlerts(feed, alerts);
    }
    json.set("alerts", alerts);
    ObjectNode services = json.putObject("services");
    services.put("commander", "up");
    services.put("trader", trader.has("state") ? "up" : "down");
    services.put("guardian", up(house.guardian().door()));
    services.put("mind", up(house.mind().door()));
    if (!feed.isMissingNode()) {
      services.put("feed", feed.has("state") ? "up" : "down");
    }
    return json;
  }

  private static JsonNode traderOrNothing(House house) {
    try {
      return house.trader().status();
    } catch (DoorClosed e) {
      return Json.object().put("unreachable", e.getMessage());
    }
  }

  /// How the feed says it is; missing where the market is no exchange's.
  private static JsonNode feed(House house, JsonNode trader) {
    if (!trader.path("market").path("source").path("kind").asText().equals("live")) {
      return Json.MAPPER.missingNode();
    }
    try {
      return house.feed().get("/status");
    } catch (DoorClosed | DoorError e) {
      return Json.object().put("unreachable", e.getMessage());
    }
  }

  private static void feedAlerts(JsonNode feed, ArrayNode alerts) {
    if (!feed.has("state")) {
      alert(alerts, "feed-down", Alerts.both("alert.feed-down"));
    }
    for (JsonNode code : feed.path("alerts")) {
      String key = "feed-" + code.asText();
      alert(alerts, key, Alerts.both("alert." + key, feed.path("because").asText()));
    }
  }

  private static void position(ArrayNode positions, JsonNode slot) {
    double quantity = House.number(slot.path("position"));
    if (quantity == 0 || Double.isNaN(quantity)) {
      return;
    }
    positions
        .addObject()
        .put("slot", slot.path("slot").asText("run-off"))
        .put("change", slot.path("change").asText())
        .put("side", quantity > 0 ? "long" : "short")
        .put("quantity", Math.abs(quantity));
  }

  static void traderAlerts(JsonNode trader, ArrayNode alerts) {
    String state = trader.path("state").asText();
    if (state.equals("halted") || state.equals("paused")) {
      alert(alerts, "trader", Alerts.both("alert." + state));
    }
    for (JsonNode d : trader.path("differences")) {
      String what = d.path("what").asText();
      String order = d.path("order").asText();
      alert(
          alerts,
          "difference-" + what + "-" + order,
          Alerts.both(
              "alert.difference." + what,
              order,
              d.path("journal").asText(),
              d.path("venue").asText()));
    }
    if (trader.path("marketStale").asBoolean()) {
      alert(alerts, "market-stale", Alerts.both("alert.market-stale"));
    }
    if (trader.path("endOfData").asBoolean()) {
      alert(alerts, "end-of-data", Alerts.both("alert.end-of-data"));
    }
  }

  private static void alert(ArrayNode alerts, String key, Map<String, String> text) {
    alerts.addObject().put("key", key).set("text", Json.tree(text));
  }

  private static List<Change> shown(List<Change> all) {
    List<Change> ended = all.stream().filter(c -> c.state().ended()).toList();
    List<Change> late = ended.subList(Math.max(0, ended.size() - ENDED_SHOWN), ended.size());
    return all.stream().filter(c -> !c.state().ended() || late.contains(c)).toList();
  }

  private static String up(DoorClient door) {
    try {
      return door.isOpen() ? "up" : "down";
    } catch (DoorError | DoorClosed _) {
      return "down";
    }
  }
}
