package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sorte.change.log.Change;
import sorte.change.observe.Figures;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// Answers with figures. What is not recorded is said to be so.
final class Reports {
  /// The most orders or changes told in one answer.
  private static final int TOLD = 10;

  private final House house;

  Reports(House house) {
    this.house = house;
  }

  ObjectNode report(JsonNode action) {
    String about = action.path("about").asText("status");
    return switch (about) {
      case "status" -> both(StatusJson.of(house), this::status);
      case "profit" -> both(profitFigures(), this::profit);
      case "positions" -> both(StatusJson.of(house), this::positions);
      case "trades" -> both(fills(), this::trades);
      case "changes" -> both(Json.object(), this::changes);
      case "strategy" -> both(StatusJson.of(house), this::strategies);
      case "alerts" -> both(StatusJson.of(house), this::alerts);
      case "risk" -> both(StatusJson.of(house), this::risk);
      case "decision" -> explain(action);
      default -> {
        ObjectNode later = Json.object().put("outcome", "not-yet");
        later.set("text", Json.tree(Alerts.both("not-yet", about)));
        yield later;
      }
    };
  }

  /// The last decision that led to an order or a refusal of one, as far as the trader's events
  /// tell.
  ObjectNode explain(JsonNode action) {
    if (action.path("about").asText("decision").equals("changes")) {
      return report(action);
    }
    List<JsonNode> orders = orders("Order");
    ObjectNode json = Json.object();
    return both(
        json,
        (book, _) ->
            orders.isEmpty()
                ? book.say("explain.nothing")
                : book.say(
                    "explain.last",
                    orders.getLast().path("type").asText(),
                    orders.getLast().path("bar").asText(),
                    orders.getLast().path("detail").asText()));
  }

  private interface Saying {
    String say(Phrasebook book, Figures figures);
  }

  private static ObjectNode both(ObjectNode fields, Saying saying) {
    ObjectNode text = Json.object();
    for (String language : List.of("pt", "en")) {
      text.put(
          language, saying.say(Phrasebook.load(Alerts.WORDS, language), new Figures(language)));
    }
    fields.set("text", text);
    return fields;
  }

  private String status(Phrasebook book, Figures figures) {
    JsonNode trader = house.trader().status();
    return book.say(
            "report.status",
            book.say("trader." + trader.path("state").asText("running")),
            trader.path("bar").asText(),
            figures.money(House.number(trader.path("price"))),
            figures.money(House.number(trader.path("equity"))))
        + "\n"
        + changes(book, figures);
  }

  private ObjectNode profitFigures() {
    double equity = house.equity();
    return Json.object()
        .put("equity", equity)
        .put("profit", equity - house.config().cash())
        .put("since", "start");
  }

  private String profit(Phrasebook book, Figures figures) {
    double equity = house.equity();
    double profit = equity - house.config().cash();
    return book.say(
        "report.profit",
        figures.money(profit),
        figures.percent(profit / house.config().cash()),
        figures.money(equity));
  }

  private String positions(Phrasebook book, Figures figures) {
    ArrayNode positions = (ArrayNode) StatusJson.of(house).path("positions");
    if (positions.isEmpty()) {
      return book.say("report.no-positions");
    }
    List<String> lines = new ArrayList<>();
    for (JsonNode position : positions) {
      lines.add(
          book.say(
              "report.position",
              book.say("side." + position.path("side").asText()),
              figures.fixed(position.path("quantity").asDouble(), 5),
              position.path("slot").asText()));
    }
    return String.join("\n", lines);
  }

  private ObjectNode fills() {
    ObjectNode json = Json.object();
    ArrayNode array = json.putArray("fills");
    orders("OrderFilled").forEach(array::add);
    return json;
  }

  private String trades(Phrasebook book, Figures figures) {
    List<JsonNode> fills = orders("OrderFilled");
    if (fills.isEmpty()) {
      return book.say("report.no-trades");
    }
    List<String> lines = new ArrayList<>();
    lines.add(book.say("report.trades", figures.whole(fills.size())));
    for (JsonNode fill : fills.subList(Math.max(0, fills.size() - TOLD), fills.size())) {
      lines.add(
          book.say(
              "report.trade",
              fill.path("bar").asText(),
              fill.path("slot").asText(),
              fill.path("detail").asText()));
    }
    return String.join("\n", lines);
  }

  /// The trader's events whose type begins so, oldest first.
  private List<JsonNode> orders(String type) {
    List<JsonNode> found = new ArrayList<>();
    long next = 0;
    while (true) {
      JsonNode page = house.trader().events(next);
      for (JsonNode event : page.path("events")) {
        if (event.path("type").asText().startsWith(type)) {
          found.add(event);
        }
      }
      long after = page.path("next").asLong(next);
      if (after <= next || page.path("events").isEmpty()) {
        return found;
      }
      next = after;
    }
  }

  private String changes(Phrasebook book, Figures figures) {
    List<Change> all = house.log().all();
    if (all.isEmpty()) {
      return book.say("report.no-changes");
    }
    List<String> lines = new ArrayList<>();
    for (Change change : all.subList(Math.max(0, all.size() - TOLD), all.size())) {
      lines.add(
          book.say(
              "report.change",
              change.id(),
              book.say("state." + change.state().word()),
              Summaries.oneLine(change.requested().words())));
    }
    return String.join("\n", lines);
  }

  private String strategies(Phrasebook book, Figures figures) {
    List<String> lines = new ArrayList<>();
    for (JsonNode slot : house.trader().status().path("slots")) {
      lines.add(
          book.say(
              "report.strategy",
              slot.path("slot").asText(),
              slot.path("strategy").asText(),
              figures.fixed(House.number(slot.path("share")) * 100, 0),
              figures.money(House.number(slot.path("equity")))));
    }
    return lines.isEmpty() ? book.say("report.no-strategy") : String.join("\n", lines);
  }

  private String alerts(Phrasebook book, Figures figures) {
    JsonNode alerts = StatusJson.of(house).path("alerts");
    if (alerts.isEmpty()) {
      return book.say("report.no-alerts");
    }
    List<String> lines = new ArrayList<>();
    alerts.forEach(alert -> lines.add(alert.path("text").path(book.language()).asText()));
    return String.join("\n", lines);
  }

  private String risk(Phrasebook book, Figures figures) {
    return book.say(
        "report.risk",
        figures.percent(house.config().dailyLoss()),
        figures.percent(house.config().maxDrawdown()),
        figures.percent(house.config().maxExposure()),
        figures.percent(house.config().lossBudget()));
  }
}
