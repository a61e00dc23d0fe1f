import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// Asks a running system of its own for changes, reads the times that the change log holds, and takes each change back. The
/// first round warms it up and does not count.
public final class Latency {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final DoorClient commander;

  private Latency(DoorClient commander) {
    this.commander = commander;
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    Path root = Path.of(System.getProperty("sorte.root"));
    Path home = Files.createTempDirectory("sorte-latency-");
    Process up =
        new ProcessBuilder(
                root.resolve("sorte").toString(),
                "up", "--home", home.toString(), "--bars-per-second", "20", "--json")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("up.out").toFile())
            .start();
    try {
      DoorClient commander = DoorClient.to(Home.at(home), "commander");
      awaitReady(commander);
      new Latency(commander).measure(rounds);
    } finally {
      up.destroy();
      up.waitFor(30, TimeUnit.SECONDS);
    }
  }

  private void measure(int rounds) throws Exception {
    List<Long> parameter = new ArrayList<>();
    List<Long> condition = new ArrayList<>();
    List<Long> rollback = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      String loss = String.format(Locale.ROOT, "%.2f", 2 + 0.01 * round);
      long p = toShadow("set the stop loss to " + loss + "%", rollback);
      long c = toShadow("only buy when RSI is below " + (50 + round), rollback);
      if (round > 0) {
        parameter.add(p);
        condition.add(c);
      }
    }
    say("sentence to shadow, a parameter", parameter, "ms");
    say("sentence to shadow, a new condition", condition, "ms");
    say("rollback, decision to stable taking the next event", rollback, "us");
  }

  private long toShadow(String words, List<Long> rollback) throws Exception {
    JsonNode answer =
        commander.post(
            "/ask",
            Json.object().put("words", words).put("lang", "en").put("from", "latency").put("yes", true));
    String id = answer.path("change").path("id").asText();
    Instant asked = await(id, "Requested");
    Instant shadow = await(id, "StepTaken");
    commander.post("/changes/" + id + "/rollback", Json.object().put("from", "latency"));
    await(id, "RolledBack");
    JsonNode change = commander.get("/changes/" + id);
    rollback.add(change.path("release").path("micros").asLong());
    return Duration.between(asked, shadow).toMillis();
  }

  private Instant await(String id, String type) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (JsonNode event : commander.get("/changes/" + id + "/events?from=0").path("events")) {
        if (event.path("type").asText().equals(type)) {
          return Instant.parse(event.path("at").asText());
        }
        if (event.path("type").asText().equals("Failed")) {
          throw new IllegalStateException(event.toString());
        }
      }
      String state = commander.get("/changes/" + id).path("state").asText();
      if (state.equals("rejected")) {
        throw new IllegalStateException("change " + id + " was rejected");
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("no " + type + " of change " + id);
  }

  private static void awaitReady(DoorClient commander) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        if (!commander.get("/status").path("strategies").isEmpty()) {
          return;
        }
      } catch (DoorClosed | DoorError _) {
        // not yet
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("the system did not come up");
  }

  private static void say(String what, List<Long> values, String unit) {
    Collections.sort(values);
    System.out.printf(
        Locale.ROOT,
        "%s: median %d %s, largest %d %s, of %d%n",
        what, values.get(values.size() / 2), unit, values.getLast(), unit, values.size());
  }
}
