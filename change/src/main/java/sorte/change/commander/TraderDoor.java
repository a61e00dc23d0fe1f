package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;

/// What the commander may ask of the trader. Every act carries an id, so that asking twice acts
/// once.
record TraderDoor(DoorClient door) {
  /// How long a sign of the owner's may take to be heard: nothing waits for it.
  private static final Duration SIGN_PATIENCE = Duration.ofSeconds(2);

  /// What became of an act.
  record Outcome(String outcome, String reason, long bar, long micros) {
    boolean refused() {
      return outcome.equals("refused");
    }
  }

  JsonNode status() {
    return door.get("/status");
  }

  /// The slot that runs `change`, as the trader's status shows it.
  Optional<JsonNode> slotOf(String change) {
    for (JsonNode slot : status().path("slots")) {
      if (slot.path("change").asText().equals(change)) {
        return Optional.of(slot);
      }
    }
    return Optional.empty();
  }

  Optional<JsonNode> stable() {
    for (JsonNode slot : status().path("slots")) {
      if (slot.path("slot").asText().equals("stable")) {
        return Optional.of(slot);
      }
    }
    return Optional.empty();
  }

  Outcome load(
      String commandId, String change, String artifact, String slot, double share, double budget) {
    return outcome(
        door.post(
            "/slots/load",
            order(commandId, change)
                .put("artifact", artifact)
                .put("slot", slot)
                .put("share", share)
                .put("lossBudget", budget)));
  }

  /// Puts back into service what was there before: older than what it replaces, on purpose.
  Outcome putBack(String commandId, String change, String artifact, double budget) {
    return outcome(
        door.post(
            "/slots/load",
            order(commandId, change)
                .put("artifact", artifact)
                .put("slot", "stable")
                .put("share", 1)
                .put("lossBudget", budget)
                .put("rollback", true)));
  }

  Outcome share(String commandId, String change, double share) {
    return outcome(door.post("/slots/share", order(commandId, change).put("share", share)));
  }

  Outcome promote(String commandId, String change) {
    return outcome(door.post("/promote", order(commandId, change)));
  }

  Outcome rollback(String commandId, String change, String reason, boolean close) {
    return outcome(
        door.post("/rollback", order(commandId, change).put("reason", reason).put("close", close)));
  }

  JsonNode act(String name, String commandId) {
    return door.post("/" + name, Json.object().put("commandId", commandId));
  }

  void settings() {
    door.post("/settings", Json.object());
  }

  void alive() {
    door.post("/alive", Json.object(), SIGN_PATIENCE);
  }

  JsonNode events(long from) {
    return door.get("/events?from=" + from + "&waitMillis=0");
  }

  private static ObjectNode order(String commandId, String change) {
    return Json.object().put("commandId", commandId).put("change", change);
  }

  private static Outcome outcome(JsonNode answer) {
    return new Outcome(
        Json.text(answer, "outcome"),
        answer.path("reason").asText(""),
        answer.path("bar").asLong(-1),
        answer.path("micros").asLong(-1));
  }
}
