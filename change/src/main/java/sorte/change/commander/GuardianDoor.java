package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// What the commander may ask of the guardian. It judges, commits and moves `main`; the commander
/// only asks.
record GuardianDoor(DoorClient door) {
  /// All gates together end within this.
  private static final Duration GATES = Duration.ofMinutes(15);

  JsonNode main() {
    return door.get("/main");
  }

  JsonNode tree(String commit) {
    return door.get("/tree?commit=" + commit);
  }

  ChangeEvent.Judged judge(Change change) {
    ChangeEvent.Planned planned = change.last(ChangeEvent.Planned.class).orElseThrow();
    ChangeEvent.Edited edited = change.last(ChangeEvent.Edited.class).orElseThrow();
    ChangeEvent.Requested asked = change.requested();
    ObjectNode body =
        Json.object()
            .put("change", change.id())
            .put("base", planned.base())
            .put("origin", asked.submitted() == null ? asked.origin() : "hand")
            .put("lang", asked.lang())
            .put("request", asked.words())
            .put("strategy", edited.strategy());
    body.set("plan", planned.plan());
    body.set("files", edited.files());
    return judged(door.post("/judge", body, GATES));
  }

  /// The second verdict. The guardian answers the same however often it is asked, and when it was
  /// killed meanwhile it looks again.
  ChangeEvent.Deepened deepen(Change change) {
    ObjectNode body =
        Json.object().put("change", change.id()).put("lang", change.requested().lang());
    JsonNode answer = door.post("/deepen", body, GATES);
    return new ChangeEvent.Deepened(answer.path("verdict"), answer.path("attestation").asBoolean());
  }

  /// The verdict that the guardian already gave on this change, if it did.
  Optional<ChangeEvent.Judged> verdict(String change) {
    try {
      return Optional.of(judged(door.get("/verdict?change=" + change)));
    } catch (DoorError e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static ChangeEvent.Judged judged(JsonNode answer) {
    return new ChangeEvent.Judged(
        answer.path("verdict"),
        answer.path("artifact").isTextual() ? answer.path("artifact").textValue() : null,
        answer.path("attestation").asBoolean(),
        answer.path("diff").isTextual() ? answer.path("diff").textValue() : null,
        answer.path("admits").isTextual() ? answer.path("admits").textValue() : null);
  }

  String commit(Change change, String subject, String time, Map<String, String> trailers) {
    ObjectNode body =
        Json.object()
            .put("change", change.id())
            .put("author", change.requested().from())
            .put("time", time)
            .put("subject", subject);
    ArrayNode list = body.putArray("trailers");
    trailers.forEach((key, value) -> list.addArray().add(key).add(value));
    return Json.text(door.post("/commit", body), "commit");
  }

  String advance(String change) {
    return Json.text(door.post("/advance", Json.object().put("change", change)), "commit");
  }

  /// Restores on `main` what was there before the change `taken`. Nothing is judged again: that
  /// content was in service.
  String revert(String taken, Change back, String time) {
    ObjectNode body =
        Json.object()
            .put("change", taken)
            .put("author", back.requested().from())
            .put("time", time)
            .put("subject", back.requested().words())
            .put("reason", reason(taken, back));
    body.putArray("trailers").addArray().add("Change").add(back.id());
    return Json.text(door.post("/revert", body), "commit");
  }

  private static String reason(String taken, Change back) {
    return "change " + taken + " taken back by " + back.requested().from();
  }

  /// From which event on it wants to note each log.
  JsonNode toNote() {
    return door.get("/log").path("next");
  }

  /// Has it note events of a log, in order.
  void note(String log, ArrayNode events) {
    ObjectNode body = Json.object().put("log", log);
    body.set("events", events);
    door.post("/note", body);
  }

  void abort(String change, String reason) {
    door.post("/abort", Json.object().put("change", change).put("reason", reason));
  }
}
