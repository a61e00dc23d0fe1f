package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sorte.guardian.attest.TransparencyLog;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.home.SettingsVersion;
import sorte.trading.release.GuardianKey.Digest;

/// What others did, written into the guardian's log: the commander's events (requests, releases,
/// rollbacks, the owner's answers) and the trader's (halts and what else stops orders), each once,
/// in order and by its digest; and the settings, whenever they are others than noted last.
final class Notes {

  /// The logs that are noted.
  static final List<String> LOGS = List.of("changes", "trader");

  /// The most events of one request.
  static final int MOST = 200;

  private static final int LONGEST_SAID = 64 * 1024;
  private static final String DIGEST = "[0-9a-f]{64}";

  private final Home home;
  private final Register register;

  Notes(Home home, Register register) {
    this.home = home;
    this.register = register;
  }

  /// From where on each log is to be noted.
  ObjectNode next() {
    ObjectNode json = Json.object();
    ObjectNode next = json.putObject("next");
    LOGS.forEach(log -> next.put(log, register.known().toNote(log)));
    return json;
  }

  /// Events of one log, in order; those that were noted before are passed over.
  synchronized ObjectNode take(JsonNode body) throws IOException {
    String log = Json.text(body, "log");
    if (!LOGS.contains(log)) {
      throw DoorError.badRequest("bad-log", "there is no log " + log, "send one of " + LOGS);
    }
    JsonNode events = body.path("events");
    if (!events.isArray() || events.size() > MOST) {
      throw DoorError.badRequest(
          "bad-events", "\"events\" must be a list of at most " + MOST, "send fewer at once");
    }
    configuration();
    for (JsonNode event : events) {
      one(log, event);
    }
    return next();
  }

  private void one(String log, JsonNode event) throws IOException {
    long seq = event.path("seq").asLong(-1);
    if (seq < register.known().toNote(log)) {
      return;
    }
    String digest = Json.text(event, "sha256");
    if (!digest.matches(DIGEST)) {
      throw DoorError.badRequest("bad-sha256", "a digest is 64 hexadecimal digits", "send that");
    }
    ObjectNode own = Json.object().put("log", log).put("seq", seq);
    own.put("kind", Json.text(event, "kind")).put("change", Json.text(event, "change"));
    own.put("noted", Json.text(event, "at")).put("sha256", digest);
    String said = Json.line(event.path("said").isObject() ? event.path("said") : Json.object());
    if (said.length() > LONGEST_SAID) {
      throw DoorError.badRequest(
          "long-said", "\"said\" holds at most " + LONGEST_SAID + " characters", "say less");
    }
    register.append(TransparencyLog.NOTED, own.set("said", Json.read(said)));
  }

  /// Writes down the settings and the market where they are not what was noted last. They hold no
  /// secret.
  synchronized void configuration() throws IOException {
    ObjectNode now = Json.object();
    now.set("config", settings());
    now.set("market", read(home.marketFile()));
    JsonNode last = register.known().configured();
    if (!now.path("config").equals(last.path("config"))
        || !now.path("market").equals(last.path("market"))) {
      now.put("sha256", Digest.sha256(Json.bytes(now)));
      register.append(Known.CONFIGURED, now);
    }
  }

  /// The settings that hold, where they have versions; else the owner's file, readable or not.
  private JsonNode settings() throws IOException {
    Optional<SettingsVersion> newest = SettingsVersion.newest(home);
    return newest.isPresent() ? newest.get().toJson().path("values") : read(home.config());
  }

  private static JsonNode read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Json.object();
    }
    try {
      return Json.read(Files.readAllBytes(file));
    } catch (DoorError _) {
      return Json.object().put("unreadable", Digest.sha256(Files.readAllBytes(file)));
    }
  }
}
