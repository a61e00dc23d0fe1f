package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sorte.app.launch.MarketChoice;
import sorte.app.launch.Root;
import sorte.guardian.attest.Audit;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// The demo: five acts on a running system, each told as it happens. It asks at the commander's
/// door, as the command line does; nothing in it decides how an act ends.
final class Demo {
  /// An act that has not ended by then is taken back, and the summary says so.
  static final Duration LONGEST_ACT = Duration.ofSeconds(90);

  private static final String STRATEGY = "strategies/src/main/java/sorte/strategies/EmaCross.java";
  private static final List<String> HOSTILE =
      List.of("ReadsAFile.java", "OpensASocket.java", "ExitsTheSystem.java");

  private final Screen screen;
  private final long seed;
  private final boolean keep;
  private final long started = System.nanoTime();

  Demo(Screen screen, long seed, boolean keep) {
    this.screen = screen;
    this.seed = seed;
    this.keep = keep;
  }

  /// How the demo went.
  record Summary(
      JsonNode promoted,
      JsonNode aborted,
      JsonNode rolledBack,
      JsonNode refused,
      JsonNode audit,
      double seconds) {

    ObjectNode json() {
      ObjectNode json = Json.object();
      json.set("promoted", promoted);
      json.set("rolledBack", rolledBack);
      json.set("aborted", aborted);
      json.set("refused", refused);
      json.set("audit", audit);
      return json.put("seconds", seconds);
    }

    /// Whether each act ended as a careful system ends it: nothing harmful in service, nothing
    /// hostile accepted.
    boolean asPromised() {
      return !aborted.path("state").asText().equals("promoted")
          && rolledBack.path("state").asText().equals("rolled-back")
          && refused.path("all").asBoolean()
          && audit.path("ok").asBoolean();
    }
  }

  Summary run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sorte-demo-");
    Home home = Home.opened(folder.resolve("home"));
    Path witnesses = folder.resolve("witness");
    screen.show("demo.begin", home.root());
    try (Root root =
        new Starting(screen)
            .start(
                home,
                new MarketChoice(null, seed, null, null, true),
                Map.of("market.pace", "max", "language", screen.language()),
                0,
                Optional.of(witnesses))) {
      Thread stop = new Thread(root::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      Summary summary = acts(home, witnesses);
      Runtime.getRuntime().removeShutdownHook(stop);
      return summary;
    } finally {
      if (keep) {
        screen.show("demo.kept", home.root());
      } else {
        delete(folder);
      }
    }
  }

  private Summary acts(Home home, Path witnesses) throws IOException, InterruptedException {
    DoorClient commander = DoorClient.to(home, "commander");
    ready(commander);
    heading("demo.act1");
    JsonNode good = ask(commander, screen.words().say("demo.good"));
    heading("demo.act2");
    JsonNode harmful = ask(commander, screen.words().say("demo.harmful"));
    heading("demo.act3");
    JsonNode faulty = submit(commander, "FaultsLate.java");
    heading("demo.act4");
    JsonNode refused = hostile(home);
    heading("demo.act5");
    JsonNode audit = Audit.verify(home, Optional.of(WitnessCopy.named(home, witnesses))).toJson();
    double seconds = Math.rint((System.nanoTime() - started) / 1e8) / 10;
    Summary summary =
        new Summary(briefly(good), briefly(harmful), briefly(faulty), refused, audit, seconds);
    tell(commander, summary);
    return summary;
  }

  /// Waits until the stable version trades.
  private void ready(DoorClient commander) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_ACT.toNanos();
    while (commander.get("/status").path("strategies").isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw Problem.fault(screen.words().say("demo.not-ready"));
      }
      Thread.sleep(50);
    }
  }

  private JsonNode ask(DoorClient commander, String words) {
    screen.show("demo.says", words);
    JsonNode answer =
        commander.post(
            "/ask",
            Json.object()
                .put("words", words)
                .put("lang", screen.language())
                .put("from", "demo")
                .put("yes", true));
    if (!answer.has("change")) {
      PlanText.show(screen, answer.path("plan"));
      return Json.object().put("state", "not-understood");
    }
    return follow(commander, answer.path("change").path("id").asText());
  }

  private JsonNode submit(DoorClient commander, String resource) throws IOException {
    JsonNode answer =
        commander.post(
            "/submit",
            Json.object()
                .put("path", STRATEGY)
                .put("source", source(resource))
                .put("words", screen.words().say("demo.faulty"))
                .put("lang", screen.language())
                .put("from", "demo")
                .put("yes", true));
    screen.show("demo.says", screen.words().say("demo.faulty"));
    return follow(commander, answer.path("change").path("id").asText());
  }

  /// Tells a change's story until it has ended. One that the judge cannot tell, or that takes too
  /// long, is taken back.
  private JsonNode follow(DoorClient commander, String id) {
    Story story = new Story(screen, false);
    long deadline = System.nanoTime() + LONGEST_ACT.toNanos();
    long next = 0;
    boolean takenBack = false;
    while (true) {
      JsonNode page = commander.get("/changes/" + id + "/events?from=" + next + "&waitMillis=500");
      boolean asked = false;
      for (JsonNode event : page.path("events")) {
        story.tell(event);
        asked |= event.path("type").asText().equals("OwnerAsked");
      }
      next = page.path("next").asLong(next);
      JsonNode change = commander.get("/changes/" + id);
      boolean told = page.path("events").isEmpty();
      if (Answer.ENDED.contains(change.path("state").asText()) && told) {
        return change;
      }
      if (!takenBack && (asked || System.nanoTime() > deadline)) {
        screen.show(asked ? "demo.cannot-tell" : "demo.too-long");
        commander.post("/changes/" + id + "/rollback", Json.object().put("from", "demo"));
        takenBack = true;
      }
    }
  }

  private JsonNode hostile(Home home) throws IOException {
    DoorClient guardian = DoorClient.to(home, "guardian");
    ObjectNode refused = Json.object();
    boolean all = true;
    for (String name : HOSTILE) {
      JsonNode verdict =
          guardian.post(
              "/check",
              Json.object()
                  .put("path", name)
                  .put("source", source(name))
                  .put("lang", screen.language()));
      screen.show("demo.file", name);
      VerdictText.gates(screen, verdict);
      JsonNode last = verdict.path("gates").path(verdict.path("gates").size() - 1);
      all &= !verdict.path("accepted").asBoolean(true);
      refused
          .putObject(name)
          .put("verdict", verdict.path("verdict").asText())
          .put("gate", last.path("gate").asText())
          .put("line", line(last.path("findings")));
    }
    return refused.put("all", all);
  }

  /// The first line that a finding names; 0 where none does.
  static int line(JsonNode findings) {
    for (JsonNode finding : findings) {
      if (finding.path("line").asInt() > 0) {
        return finding.path("line").asInt();
      }
    }
    return 0;
  }

  private void tell(DoorClient commander, Summary summary) {
    screen.show("demo.summary");
    line("demo.sum-good", summary.promoted());
    line("demo.sum-harmful", summary.aborted());
    line("demo.sum-faulty", summary.rolledBack());
    screen.show(summary.refused().path("all").asBoolean() ? "demo.sum-refused" : "demo.sum-hole");
    AuditVerifyCommand.show(screen, summary.audit());
    screen.show("status.equity", commander.get("/status").path("equity").asText());
    screen.show("demo.seconds", Double.toString(summary.seconds()));
  }

  private void line(String key, JsonNode change) {
    screen.show(key, screen.words().say("state." + change.path("state").asText()));
  }

  private static JsonNode briefly(JsonNode change) {
    ObjectNode summary =
        Json.object()
            .put("change", change.path("id").asText())
            .put("state", change.path("state").asText());
    JsonNode analysis = change.path("release").path("analysis");
    if (analysis.isObject()) {
      summary.set("analysis", analysis);
    }
    if (change.path("release").has("micros")) {
      summary.set("rollbackMicros", change.path("release").path("micros"));
    }
    return summary;
  }

  private void heading(String key) {
    screen.out().println();
    screen.show(key);
  }

  private static String source(String name) throws IOException {
    String resource = "/sorte/app/demo/" + name;
    try (InputStream in = Demo.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
