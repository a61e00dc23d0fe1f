package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;
import sorte.trading.door.Door;
import sorte.trading.door.Json;
import sorte.trading.door.Query;
import sorte.trading.slot.PairChain;

/// A trader's door over real HTTP, with slots and events but without a market: twins are drawn from
/// a seed.
final class FakeTrader {
  static final class Slot {
    String change = "";
    String artifact = "";
    String slot = "";
    double share;
  }

  final Map<String, Slot> slots = new LinkedHashMap<>();
  final List<ObjectNode> events = new ArrayList<>();
  final Map<String, ObjectNode> answered = new LinkedHashMap<>();
  final List<String> acts = new ArrayList<>();
  String state = "running";
  double shift;
  boolean selfTestFails;
  long dataEndsAt = Long.MAX_VALUE;
  long seed = 11;

  /// Happens while pairs up to that number are on their way.
  volatile LongConsumer looking = _ -> {};

  private long bar = 5_000;

  void configure(Door.Routes routes) {
    routes
        .get("/status", _ -> locked(this::status))
        .get("/pairs", query -> locked(() -> pairs(query)))
        .get("/events", query -> locked(() -> events(query)))
        .post("/slots/load", (_, body) -> once(body, () -> load(body)))
        .post("/slots/share", (_, body) -> once(body, () -> share(body)))
        .post("/promote", (_, body) -> once(body, () -> promote(body)))
        .post("/rollback", (_, body) -> once(body, () -> rollback(body)))
        .post("/alive", (_, _) -> Json.object().put("alive", true))
        .post("/halt", (_, _) -> locked(() -> state("halted")))
        .post("/pause", (_, _) -> locked(() -> state("paused")))
        .post("/close", (_, _) -> locked(() -> state("paused")))
        .post("/resume", (_, _) -> locked(() -> state("running")));
  }

  private interface Doing {
    ObjectNode done();
  }

  private synchronized ObjectNode locked(Doing doing) {
    return doing.done();
  }

  private synchronized ObjectNode once(JsonNode body, Doing doing) {
    String id = Json.text(body, "commandId");
    ObjectNode known = answered.get(id);
    if (known != null) {
      return known;
    }
    ObjectNode answer = doing.done();
    answered.put(id, answer);
    acts.add(id);
    return answer;
  }

  synchronized Slot slot(String name) {
    return slots.get(name);
  }

  private ObjectNode state(String next) {
    state = next;
    return status();
  }

  private ObjectNode status() {
    ObjectNode json =
        Json.object().put("state", state).put("bar", bar).put("price", 100).put("equity", 10_000);
    ArrayNode array = json.putArray("slots");
    for (Slot slot : slots.values()) {
      array
          .addObject()
          .put("slot", slot.slot)
          .put("change", slot.change)
          .put("artifact", slot.artifact)
          .put("strategy", "ema-cross")
          .put("share", slot.share)
          .put("equity", slot.share * 10_000)
          .put("position", 0);
    }
    json.putArray("runOff");
    return json.put("endOfData", false);
  }

  private ObjectNode load(JsonNode body) {
    Slot slot = new Slot();
    slot.change = body.path("change").asText();
    slot.artifact = body.path("artifact").asText();
    slot.slot = body.path("slot").asText();
    slot.share = body.path("share").asDouble();
    slots.put(slot.slot.equals("stable") ? "stable" : "candidate", slot);
    event("SlotLoaded", slot.change, "");
    return Json.object().put("outcome", "loaded").put("bar", bar);
  }

  private ObjectNode share(JsonNode body) {
    Slot slot = slots.get("candidate");
    if (slot == null) {
      return Json.object().put("outcome", "refused").put("reason", "no candidate").put("bar", bar);
    }
    slot.share = body.path("share").asDouble();
    slot.slot = "canary";
    event("SlotShared", slot.change, "");
    return Json.object().put("outcome", "loaded").put("bar", bar);
  }

  private ObjectNode promote(JsonNode body) {
    Slot slot = slots.remove("candidate");
    if (slot == null) {
      return Json.object().put("outcome", "refused").put("reason", "no candidate").put("bar", bar);
    }
    slot.slot = "stable";
    slot.share = 1;
    slots.put("stable", slot);
    event("SlotPromoted", slot.change, "");
    return Json.object().put("outcome", "promoted").put("bar", bar);
  }

  private ObjectNode rollback(JsonNode body) {
    Slot slot = slots.get("candidate");
    if (slot == null || !slot.change.equals(body.path("change").asText())) {
      return Json.object().put("outcome", "nothing-to-roll-back").put("bar", bar).put("micros", 0);
    }
    slots.remove("candidate");
    event("SlotRolledBack", slot.change, body.path("reason").asText());
    return Json.object().put("outcome", "rolled-back").put("bar", bar).put("micros", 40);
  }

  /// The trader takes the candidate back by itself.
  synchronized void fault(String detail) {
    Slot slot = slots.remove("candidate");
    event("SlotFaulted", slot.change, detail);
    event("SlotRolledBack", slot.change, detail);
  }

  /// The stable release faults, and what was stable before takes over.
  synchronized void stableFault(String before, String detail) {
    Slot slot = slots.get("stable");
    event("SlotFaulted", slot.change, detail);
    events.getLast().put("slot", "stable");
    Slot old = new Slot();
    old.change = "0";
    old.artifact = before;
    old.slot = "stable";
    old.share = 1;
    slots.put("stable", old);
  }

  private void event(String type, String change, String detail) {
    events.add(
        Json.object()
            .put("seq", events.size())
            .put("bar", bar)
            .put("type", type)
            .put("change", change)
            .put("detail", detail));
  }

  private ObjectNode events(Query query) {
    ObjectNode json = Json.object();
    ArrayNode array = json.putArray("events");
    long from = query.number("from", 0);
    for (int i = (int) from; i < events.size(); i++) {
      array.add(events.get(i));
    }
    return json.put("next", events.size());
  }

  private ObjectNode pairs(Query query) {
    long from = query.number("from", 0);
    long upTo = Math.min(query.number("upTo", 0), dataEndsAt);
    looking.accept(upTo);
    Random random = new Random(seed);
    String change = query.text("change");
    PairChain chain = new PairChain(change);
    ObjectNode json = Json.object().put("change", change);
    ArrayNode array = json.putArray("pairs");
    for (long n = 0; n < upTo; n++) {
      double market = random.nextGaussian() * Math.sqrt(0.8);
      double stable = 0.004 * (market + random.nextGaussian() * Math.sqrt(0.2));
      double candidate = 0.004 * (market + random.nextGaussian() * Math.sqrt(0.2) + shift);
      if (selfTestFails) { // one bar as no other, and nothing after it
        stable = n == 0 ? 9 : 1e-9 * (n + 1);
        candidate = 0;
      }
      long link = chain.next(n, 5_000 + n, stable, candidate, true);
      if (n >= from) {
        array
            .addObject()
            .put("n", n)
            .put("bar", 5_000 + n)
            .put("stable", stable)
            .put("candidate", candidate)
            .put("differs", true)
            .put("link", PairChain.written(link));
        bar = Math.max(bar, 5_000 + n);
      }
    }
    return json.put("end", upTo >= dataEndsAt);
  }
}
