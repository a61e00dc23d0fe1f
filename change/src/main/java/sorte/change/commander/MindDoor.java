package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;

/// What the commander may ask of the mind. What comes back is data: a plan to follow, files to have
/// judged.
record MindDoor(DoorClient door) {
  /// Writing tests tries the strategy out in children of the guardian's.
  private static final Duration EDIT = Duration.ofMinutes(5);

  JsonNode understand(String words, String lang, String conversation) {
    return door.post(
        "/understand",
        Json.object().put("words", words).put("lang", lang).put("conversation", conversation));
  }

  JsonNode edit(
      String change, JsonNode plan, int action, String commit, ObjectNode files, String inService) {
    ObjectNode body =
        Json.object().put("change", change).put("action", action).put("inService", inService);
    body.set("plan", plan);
    body.putObject("base").put("commit", commit).set("files", files);
    return door.post("/edit", body, EDIT);
  }
}
