package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// What a sentence asks for that changes no code: done at once, and said.
final class SentenceActs {
  private final House house;
  private final Acts acts;
  private final Reports reports;

  SentenceActs(House house, Acts acts) {
    this.house = house;
    this.acts = acts;
    this.reports = new Reports(house);
  }

  /// Fields that tell what was done, with `text` in both languages.
  ObjectNode act(JsonNode action, Asking.Asker asker) {
    String act = action.path("do").asText();
    return switch (act) {
      case "pause-trading" -> trader("pause", "act.paused");
      case "close-positions" -> trader("close", "act.closed");
      case "stop-everything" -> trader("halt", "act.halted");
      case "resume-trading" ->
          asker.yes() && asker.sure()
              ? trader("resume", "act.resumed")
              : said(Json.object().put("outcome", "confirm"), "act.confirm");
      case "rollback" -> {
        String to = action.path("to").asText(Acts.PREVIOUS);
        yield change(
            acts.rollback(to.isEmpty() ? Acts.PREVIOUS : to, asker.from()), "act.rollback");
      }
      case "approve" -> change(acts.approve(named(action), asker.from()), "act.approved");
      case "reject" -> change(acts.reject(named(action), asker.from()), "act.rejected");
      case "report" -> reports.report(action);
      case "explain" -> reports.explain(action);
      default -> throw new IllegalStateException("not an act: " + act);
    };
  }

  private ObjectNode trader(String act, String phrase) {
    return said(acts.trader(act), phrase);
  }

  private static ObjectNode said(ObjectNode fields, String phrase, Object... values) {
    fields.set("text", Json.tree(Alerts.both(phrase, values)));
    return fields;
  }

  private ObjectNode change(Change change, String phrase) {
    ObjectNode fields = Json.object();
    fields.set("changed", ChangeJson.of(change, house.memory()));
    return said(fields, phrase, change.id(), new Alerts.Said("state." + change.state().word()));
  }

  /// The change that the sentence names, else the only one that waits.
  private String named(JsonNode action) {
    if (action.path("change").isTextual()) {
      return action.path("change").textValue();
    }
    List<Change> waiting =
        house.log().all().stream()
            .filter(c -> c.state() == sorte.change.log.State.WAITING)
            .filter(
                c -> c.has(ChangeEvent.ApprovalAsked.class) || c.has(ChangeEvent.OwnerAsked.class))
            .toList();
    if (waiting.size() != 1) {
      throw DoorError.conflict(
              "which-change",
              waiting.size() + " changes wait for an answer",
              "name the change: sorte changes lists them")
          .with(String.valueOf(waiting.size()));
    }
    return waiting.getFirst().id();
  }
}
