package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import sorte.trading.door.Door;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// A home with the three other doors open, and a commander that can be killed and started again.
final class Stage implements AutoCloseable {
  final Home home;
  final FakeTrader trader = new FakeTrader();
  final FakeGuardian guardian = new FakeGuardian();
  final FakeMind mind = new FakeMind();
  volatile Instant now = Instant.parse("2026-11-01T00:00:00Z");
  private final Door[] doors;
  Commander commander;

  Stage(Path root, String config) throws IOException {
    home = Home.opened(root);
    Files.createDirectories(home.history().getParent());
    Files.writeString(
        home.history(),
        "time,open,high,low,close,volume\n0,1,1,1,1,1\n900000,1,1,1,1,1\n1800000,1,1,1,1,1\n");
    Files.writeString(home.config(), config);
    doors =
        new Door[] {
          Door.open(home, "trader", trader::configure),
          Door.open(home, "guardian", guardian::configure),
          Door.open(home, "mind", mind::configure)
        };
  }

  void start() throws IOException {
    start(Step.NOBODY);
  }

  void start(Step step) throws IOException {
    InstantSource clock = () -> now;
    commander = Commander.start(home, clock, 0, step);
  }

  /// As `kill -9`: nothing more is written, nothing is told to anybody.
  void kill() throws IOException {
    commander.close();
  }

  /// As `kill -9` of the guardian: whoever asks finds nobody.
  void killGuardian() {
    doors[1].close();
  }

  void reopenGuardian() throws IOException {
    doors[1] = Door.open(home, "guardian", guardian::configure);
  }

  DoorClient door() {
    return DoorClient.to(home, Commander.PROCESS);
  }

  JsonNode ask(String words) {
    return ask(words, false);
  }

  JsonNode ask(String words, boolean yes) {
    return door().post("/ask", request(words, yes));
  }

  ObjectNode request(String words, boolean yes) {
    return Json.object().put("words", words).put("lang", "en").put("from", "test").put("yes", yes);
  }

  JsonNode change(String id) {
    return door().get("/changes/" + id);
  }

  JsonNode awaitState(String id, String state) {
    return await(id, change -> change.path("state").asText().equals(state), state);
  }

  JsonNode await(String id, Predicate<JsonNode> until, String what) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (true) {
      JsonNode change = change(id);
      if (until.test(change)) {
        return change;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("change " + id + " never came to " + what + ": " + change);
      }
      pause();
    }
  }

  static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    commander.close();
    for (Door door : doors) {
      door.close();
    }
  }
}
