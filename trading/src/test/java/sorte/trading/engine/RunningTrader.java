package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// A trader in a process of its own, as it is run.
final class RunningTrader implements AutoCloseable {

  /// What a trader may see of the JDK, as it is started in earnest.
  static final String MODULES = modules();

  private static String modules() {
    Path launch = Path.of("").toAbsolutePath().resolveSibling("app/src/main/java/sorte/app/launch");
    try {
      String source = Files.readString(launch.resolve("Program.java"));
      int from = source.indexOf("TRADER_MODULES =");
      String list = source.substring(from, source.indexOf(';', from));
      return Pattern.compile("\"([^\"]*)\"")
          .matcher(list)
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final Process process;
  private final DoorClient door;
  private final Path log;

  private RunningTrader(Process process, DoorClient door, Path log) {
    this.process = process;
    this.door = door;
    this.log = log;
  }

  static RunningTrader start(Home home, String... options) throws IOException {
    Files.deleteIfExists(home.doorFile("trader"));
    Path log = home.root().resolve("trader.log");
    Process process =
        new ProcessBuilder(command(home, options))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    RunningTrader trader = new RunningTrader(process, DoorClient.to(home, "trader"), log);
    trader.awaitDoor(home);
    return trader;
  }

  /// One whose standard input is a pipe that this process holds.
  static RunningTrader piped(Home home) throws IOException {
    Path log = home.root().resolve("trader.log");
    Process process =
        new ProcessBuilder(command(home))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    RunningTrader trader = new RunningTrader(process, DoorClient.to(home, "trader"), log);
    trader.awaitDoor(home);
    return trader;
  }

  /// A process that is only started; what it says is read from it.
  static Process process(Home home) throws IOException {
    return new ProcessBuilder(command(home)).redirectErrorStream(true).start();
  }

  private static List<String> command(Home home, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--limit-modules", MODULES));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "sorte.trading.engine.TraderProcess",
            home.root().toString()));
    return command;
  }

  private void awaitDoor(Home home) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IOException("the trader ended: " + Files.readString(log));
      }
      if (Files.exists(home.doorFile("trader"))) {
        try {
          door.get("/status");
          return;
        } catch (DoorClosed _) {
          // not yet
        }
      }
      pause(10);
    }
    throw new IOException("no door after 30 s: " + Files.readString(log));
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Puts back into service what was there before.
  JsonNode putBack(String id, String change, String artifact) {
    return post(
        "/slots/load",
        """
        {"commandId":"%s","change":"%s","artifact":"%s","slot":"stable","share":1,"rollback":true}\
        """
            .formatted(id, change, artifact));
  }

  JsonNode get(String path) {
    return door.get(path);
  }

  JsonNode post(String path, String json) {
    return door.post(path, Json.read(json));
  }

  JsonNode load(String commandId, String change, String artifact, String slot, double share) {
    return door.post(
        "/slots/load",
        Json.object()
            .put("commandId", commandId)
            .put("change", change)
            .put("artifact", artifact)
            .put("slot", slot)
            .put("share", share)
            .put("lossBudget", 0.5));
  }

  Process process() {
    return process;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
