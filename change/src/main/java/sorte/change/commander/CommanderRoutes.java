package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import sorte.change.log.Change;
import sorte.change.log.Entry;
import sorte.trading.door.Door;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.door.Query;
import sorte.trading.home.Config;
import sorte.trading.home.Home;

/// The commander's door: what the command line, and later the console and Telegram, talk to.
final class CommanderRoutes {
  private static final System.Logger LOG = System.getLogger("sorte.commander");

  /// The longest that one look at a story waits.
  private static final long LONGEST_WAIT_MILLIS = 30_000;

  private final Commander commander;
  private final House house;
  private final Home home;
  private final Asking asking;
  private final Acts acts;

  CommanderRoutes(Commander commander, House house, Home home) {
    this.home = home;
    this.commander = commander;
    this.house = house;
    this.acts = new Acts(commander, house);
    this.asking = new Asking(commander, house, acts);
  }

  void configure(Door.Routes routes) {
    routes
        .post("/ask", (_, body) -> owners(asking.ask(body)))
        .post("/submit", (_, body) -> owners(submit(body)))
        .get("/changes", _ -> changes())
        .get("/changes/{id}", query -> json(acts.change(id(query))))
        .get("/changes/{id}/events", this::events)
        .post("/changes/{id}/approve", (q, body) -> owners(json(acts.approve(id(q), from(body)))))
        .post("/changes/{id}/reject", (q, body) -> owners(json(acts.reject(id(q), from(body)))))
        .post("/changes/{id}/wait", (q, body) -> owners(json(acts.waitMore(id(q), from(body)))))
        .post("/changes/{id}/rollback", (q, body) -> owners(json(acts.rollback(id(q), from(body)))))
        .post("/halt", (_, body) -> owners(acts.trader("halt", body)))
        .post("/pause", (_, body) -> owners(acts.trader("pause", body)))
        .post("/resume", (_, body) -> owners(acts.trader("resume", body)))
        .post("/close", (_, body) -> owners(acts.trader("close", body)))
        .post("/settings", (_, _) -> settings())
        .post("/alive", (_, _) -> owners(Json.object().put("alive", true)))
        .get("/status", _ -> StatusJson.of(house));
  }

  /// The owner's settings are others now: they are read where they lie, here and by the trader.
  private ObjectNode settings() throws IOException {
    Config config = Config.of(home);
    house.trader().settings();
    house.settings().set(config);
    return owners(Json.object().put("heard", true));
  }

  /// The owner did something, which is a sign for the trader's dead man's timer.
  private ObjectNode owners(ObjectNode answer) {
    try {
      house.trader().alive();
    } catch (DoorClosed | DoorError silent) {
      LOG.log(System.Logger.Level.INFO, "the trader heard no sign: {0}", silent.getMessage());
    }
    return answer;
  }

  private ObjectNode submit(JsonNode body) {
    Change change = new Submission(house).begin(commander, body);
    ObjectNode answer = Json.object();
    answer.set("plan", Submission.plan(change.requested()));
    answer.set("change", json(change));
    return answer;
  }

  private static String id(Query query) {
    return query.path().getFirst();
  }

  static String from(JsonNode body) {
    String from = body.path("from").asText("");
    return from.isEmpty() ? "cli" : Summaries.oneLine(from);
  }

  private ObjectNode json(Change change) {
    return ChangeJson.of(change, house.memory());
  }

  private ArrayNode changes() {
    ArrayNode array = Json.MAPPER.createArrayNode();
    house.log().all().forEach(change -> array.add(json(change)));
    return array;
  }

  private ObjectNode events(Query query) {
    String id = acts.change(id(query)).id();
    long from = query.number("from", 0);
    long wait = Math.clamp(query.number("waitMillis", 0), 0, LONGEST_WAIT_MILLIS);
    List<Entry> found;
    try {
      found = house.log().await(id, from, wait);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw DoorError.unavailable("stopping", "the commander is stopping", "ask again");
    }
    ObjectNode page = Json.object();
    ArrayNode events = page.putArray("events");
    found.forEach(entry -> events.add(ChangeJson.event(entry)));
    return page.put("next", found.isEmpty() ? from : found.getLast().seq() + 1);
  }
}
