package kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// A system on a home of its own, started by `./sorte up` as a person starts it.
final class Living {
  static final List<String> OTHERS = List.of("guardian", "trader", "mind", "commander");

  private static final Duration READY = Duration.ofSeconds(180);
  private static final Duration GONE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 50;

  private final Path build;
  private final Path root;
  private final Path log;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();
  private Process up;

  Living(Path build, Path root) throws IOException {
    this.build = build;
    this.root = root;
    this.log = root.resolveSibling(root.getFileName() + ".log");
    this.up = start();
  }

  Home home() {
    return Home.at(root);
  }

  Path root() {
    return root;
  }

  DoorClient door(String process) {
    return DoorClient.to(home(), process);
  }

  void upAgain() throws IOException {
    up = start();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            build.resolve("sorte").toString(),
            "up", "--home", root.toString(), "--bars-per-second", "max", "--json")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /// Until trader, guardian and commander answer and a version is in service.
  void awaitReady() throws Exception {
    long deadline = System.nanoTime() + READY.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        JsonNode status = door("commander").get("/status");
        if (status.path("trader").path("state").asText().equals("running")
            && !status.path("strategies").isEmpty()
            && status.path("services").path("guardian").asText().equals("up")
            && status.path("services").path("mind").asText().equals("up")) {
          remember();
          return;
        }
      } catch (DoorClosed | DoorError _) {
        // not yet
      }
      Broken.unless(up.isAlive(), "up ended by itself with " + (up.isAlive() ? 0 : up.exitValue()) + ", see " + log);
      Thread.sleep(LOOK_MILLIS);
    }
    throw new Broken("not ready after " + READY);
  }

  /// Remembers every process of this system, so that none can stay behind unseen.
  void remember() {
    seen.add(up.toHandle());
    up.toHandle().descendants().forEach(seen::add);
    for (String name : OTHERS) {
      process(name).ifPresent(p -> {
        seen.add(p);
        p.descendants().forEach(seen::add);
      });
    }
  }

  /// Kills one, and returns when it is dead. Empty when it was not there to be killed.
  java.util.Optional<Instant> kill(String victim) throws Exception {
    remember();
    java.util.Optional<ProcessHandle> process =
        victim.equals("root") ? java.util.Optional.of(up.toHandle()) : process(victim);
    if (process.isEmpty() || !process.get().destroyForcibly()) {
      return java.util.Optional.empty();
    }
    process.get().onExit().get(GONE.toSeconds(), TimeUnit.SECONDS);
    return java.util.Optional.of(Instant.now());
  }

  java.util.Optional<ProcessHandle> process(String name) {
    try {
      return ProcessHandle.of(door(name).pid()).filter(ProcessHandle::isAlive);
    } catch (DoorClosed _) {
      return java.util.Optional.empty();
    }
  }

  /// After the root was killed everything ends by itself; the trader lives on.
  void awaitOrphansGone(java.util.Optional<ProcessHandle> trader) throws Exception {
    if (trader.isPresent()) {
      List<ProcessHandle> others = new ArrayList<>(seen);
      others.remove(trader.get());
      awaitGone(others, "lives on without the root");
      Broken.unless(trader.get().isAlive(), "the trader did not outlive the root");
      Broken.unless(door("trader").isOpen(), "the trader does not answer without the root");
    }
  }

  /// Asks `up` to end (a terminal's Ctrl-C takes the same way; that signal is ignored under nohup), and waits until nothing of it is left.
  void end() throws Exception {
    remember();
    up.destroy();
    if (!up.waitFor(GONE.toSeconds(), TimeUnit.SECONDS)) {
      throw new Broken("up did not end when asked");
    }
    awaitGone(new ArrayList<>(seen), "was left behind");
    List<String> named = naming();
    Broken.unless(named.isEmpty(), "left behind: " + named);
  }

  private static void awaitGone(List<ProcessHandle> processes, String what) throws Exception {
    long deadline = System.nanoTime() + GONE.toNanos();
    for (ProcessHandle process : processes) {
      while (process.isAlive()) {
        if (System.nanoTime() > deadline) {
          throw new Broken("process " + process.pid() + " " + what + ": " + process.info().commandLine().orElse("?"));
        }
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  /// Processes whose command line names this home.
  private List<String> naming() throws IOException {
    List<String> named = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      for (Path process : all.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
        try {
          String line = Files.readString(process.resolve("cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1);
          if ((line.replace('\0', ' ') + " ").contains(root + " ")) {
            named.add(process.getFileName() + ": " + line.replace('\0', ' '));
          }
        } catch (IOException _) {
          // it ended while it was looked at
        }
      }
    }
    return named;
  }

  /// Ends whatever of it still runs, whether asked or not: for a run that broke.
  void clear() {
    remember();
    seen.forEach(ProcessHandle::destroyForcibly);
  }
}
