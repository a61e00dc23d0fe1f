package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import sorte.change.log.ChangeLog;
import sorte.trading.door.Json;
import sorte.trading.release.GuardianKey.Digest;

/// Has the guardian note in its log what happened elsewhere: every event of the change log (what
/// was asked, by whom, what was decided and done), and of the trader's events those that put a
/// release into a slot, take it out, or stop orders. The guardian says from where on it wants them,
/// so that each is noted once whatever dies in between.
final class Recorder {
  /// Between two looks.
  static final long LOOK_MILLIS = 500;

  /// Events in one request.
  static final int AT_ONCE = 20;

  /// The longest text that is noted in words; the digest is of all of it.
  static final int LONGEST_SAID = 2_000;

  /// What of the trader's events is noted.
  static final Set<String> KINDS =
      Set.of(
          "SlotLoaded",
          "SlotShared",
          "SlotPromoted",
          "SlotRolledBack",
          "SlotFaulted",
          "Paused",
          "Halted",
          "Resumed",
          "PositionsClosed",
          "HaltPositions",
          "LimitsChanged");

  private static final String CHANGES = "changes";
  private static final String TRADER = "trader";

  private final House house;
  private long change = -1;
  private long trader = -1;

  Recorder(House house) {
    this.house = house;
  }

  /// Notes what came since the last look.
  void look() {
    if (change < 0) {
      JsonNode next = house.guardian().toNote();
      change = next.path(CHANGES).asLong();
      trader = next.path(TRADER).asLong();
    }
    changes();
    trader();
  }

  private void changes() {
    while (change < house.log().size()) {
      ArrayNode events = Json.MAPPER.createArrayNode();
      for (ChangeLog.Written one : house.log().written(change, AT_ONCE)) {
        JsonNode said = ChangeLog.toJson(one.entry().event());
        events.add(
            event(one.entry().seq(), one.entry().at(), one.entry().change())
                .put("kind", said.path("type").asText())
                .put("sha256", one.sha256())
                .set("said", plain(said)));
      }
      house.guardian().note(CHANGES, events);
      change += events.size();
    }
  }

  private void trader() {
    while (true) {
      JsonNode page = house.trader().events(trader).path("events");
      ArrayNode events = Json.MAPPER.createArrayNode();
      for (JsonNode one : page) {
        if (KINDS.contains(one.path("type").asText())) {
          Instant at = Instant.ofEpochMilli(one.path("time").asLong());
          events.add(
              event(one.path("seq").asLong(), at, one.path("change").asText())
                  .put("kind", one.path("type").asText())
                  .put("sha256", Digest.sha256(Json.bytes(one)))
                  .set("said", plain(one)));
        }
        if (events.size() == AT_ONCE) {
          house.guardian().note(TRADER, events);
          events.removeAll();
        }
      }
      if (!events.isEmpty()) {
        house.guardian().note(TRADER, events);
      }
      if (page.isEmpty()) {
        return;
      }
      trader = page.path(page.size() - 1).path("seq").asLong() + 1;
    }
  }

  private static ObjectNode event(long seq, Instant at, String of) {
    return Json.object().put("seq", seq).put("at", at.toString()).put("change", of);
  }

  /// The words and numbers of an event; what is large is told by the digest alone.
  private static ObjectNode plain(JsonNode said) {
    ObjectNode plain = Json.object();
    for (var field : said.properties()) {
      JsonNode value = field.getValue();
      if (value.isTextual()) {
        String text = value.textValue();
        plain.put(field.getKey(), text.substring(0, Math.min(LONGEST_SAID, text.length())));
      } else if (value.isNumber() || value.isBoolean()) {
        plain.set(field.getKey(), value);
      }
    }
    plain.remove("type");
    return plain;
  }
}
