import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// `kill -9` at random moments, spread over root, trader, guardian, mind and commander. Each run has a home of its own, asks
/// for a change, kills one process somewhere in its life, lets the system come back, waits until the change has ended, and
/// then checks: the change is in one whole state, the log and its signatures verify, git is clean, every order was sent once
/// and filled at most once, and the ledgers add up. One line a run; the seed is the whole bug report.
public final class KillRuns {
  private static final List<String> VICTIMS =
      List.of("root", "trader", "guardian", "mind", "commander");

  private static final List<String> SENTENCES =
      List.of(
          "reduza o stop loss para 2%",
          "set the take profit to 5%",
          "só compre quando o RSI estiver abaixo de 60",
          "mude a média rápida para 2 e a média lenta para 3",
          "set the slow moving average to 40");

  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration ENDED = Duration.ofSeconds(90);

  /// The latest moment after the request at which the kill comes, in milliseconds.
  private static final int LATEST_KILL_MILLIS = 9_000;

  private final Path root = Path.of(System.getProperty("sorte.root"));
  private final Path work;

  private KillRuns(Path work) {
    this.work = work;
  }

  public static void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Path work = Files.createTempDirectory("sorte-kill-");
    KillRuns all = new KillRuns(work);
    Path template = all.template();
    Map<String, Integer> states = new TreeMap<>();
    int failed = 0;
    long started = System.nanoTime();
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_003 + run);
      String victim = VICTIMS.get(run % VICTIMS.size());
      Path home = work.resolve("home-" + run);
      copy(template, home);
      try {
        String state = all.one(home, victim, random);
        states.merge(state, 1, Integer::sum);
        System.out.printf("run %d seed %d %-9s ok   %s%n", run, seed, victim, state);
        delete(home);
      } catch (Broken | IOException | DoorClosed | DoorError e) {
        failed++;
        System.out.printf("run %d seed %d %-9s BROKEN %s (%s kept)%n", run, seed, victim, e, home);
      } finally {
        all.endAll(home);
      }
    }
    System.out.printf(
        "%d runs, %d broken, %d s, ends %s%n",
        runs, failed, Duration.ofNanos(System.nanoTime() - started).toSeconds(), states);
    System.exit(failed == 0 ? 0 : 1);
  }

  private static final class Broken extends Exception {
    Broken(String what) {
      super(what);
    }
  }

  private Path template() throws Exception {
    Path home = work.resolve("template");
    Process up = up(home);
    awaitReady(home);
    up.destroy();
    up.waitFor(30, TimeUnit.SECONDS);
    endAll(home);
    return home;
  }

  private Process up(Path home) throws IOException {
    return new ProcessBuilder(
            root.resolve("sorte").toString(),
            "up", "--home", home.toString(), "--bars-per-second", "max", "--json")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve(home.getFileName() + ".log").toFile()))
        .start();
  }

  private String one(Path home, String victim, SplittableRandom random)
      throws Exception {
    Process up = up(home);
    awaitReady(home);
    DoorClient commander = DoorClient.to(Home.at(home), "commander");
    String words = SENTENCES.get(random.nextInt(SENTENCES.size()));
    Thread asking =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    commander.post(
                        "/ask",
                        Json.object().put("words", words).put("lang", "pt").put("from", "kill").put("yes", true));
                  } catch (DoorClosed | DoorError _) {
                    // killed while it was asked: the request may or may not have been taken
                  }
                });
    Thread.sleep(random.nextInt(LATEST_KILL_MILLIS));
    kill(up, home, victim);
    if (victim.equals("root")) {
      up.waitFor(10, TimeUnit.SECONDS);
      awaitOthersEnded(home);
      up = up(home);
      awaitReady(home);
    }
    asking.join(Duration.ofSeconds(30));
    String state = awaitEnded(home);
    checkWhole(home);
    up.destroy();
    if (!up.waitFor(30, TimeUnit.SECONDS)) {
      throw new Broken("up did not end when asked");
    }
    checkAtRest(home);
    return state;
  }

  private void kill(Process up, Path home, String victim) throws IOException {
    if (victim.equals("root")) {
      up.destroyForcibly();
      return;
    }
    Path file = Home.at(home).doorFile(victim);
    if (Files.exists(file)) {
      ProcessHandle.of(Json.read(Files.readString(file)).path("pid").asLong())
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private void awaitReady(Path home) throws Exception {
    long deadline = System.nanoTime() + READY.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        JsonNode status = DoorClient.to(Home.at(home), "commander").get("/status");
        if (status.path("trader").path("state").asText().equals("running")
            && !status.path("strategies").isEmpty()) {
          return;
        }
      } catch (DoorClosed | DoorError _) {
        // not yet
      }
      Thread.sleep(50);
    }
    throw new Broken("not ready after " + READY);
  }

  private void awaitOthersEnded(Path home) throws Exception {
    for (String name : List.of("guardian", "mind", "commander")) {
      Path file = Home.at(home).doorFile(name);
      if (!Files.exists(file)) {
        continue;
      }
      long pid = Json.read(Files.readString(file)).path("pid").asLong();
      long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
        if (System.nanoTime() > deadline) {
          throw new Broken(name + " lives on without the root");
        }
        Thread.sleep(50);
      }
    }
  }

  /// Waits until every change has ended or waits for the owner.
  private String awaitEnded(Path home) throws Exception {
    long deadline = System.nanoTime() + ENDED.toNanos();
    List<String> states = new ArrayList<>();
    while (System.nanoTime() < deadline) {
      try {
        states.clear();
        DoorClient commander = DoorClient.to(Home.at(home), "commander");
        JsonNode changes = commander.get("/changes");
        for (JsonNode change : changes.isArray() ? changes : changes.path("changes")) {
          states.add(change.path("state").asText());
        }
        if (states.stream()
            .allMatch(
                s ->
                    List.of("rejected", "promoted", "aborted", "rolled-back", "withdrawn", "failed", "waiting")
                            .contains(s)
                        || asked(commander, states.indexOf(s)))) {
          return states.isEmpty() ? "never-asked" : String.join("+", states);
        }
      } catch (DoorClosed | DoorError _) {
        // it is coming back
      }
      Thread.sleep(100);
    }
    throw new Broken("changes did not end: " + states);
  }

  /// Whether the judge could not tell and the owner was asked: the change rests with its share.
  private static boolean asked(DoorClient commander, int index) {
    JsonNode page = commander.get("/changes/" + (index + 1) + "/events?from=0");
    boolean asked = false;
    for (JsonNode event : page.path("events")) {
      asked |= event.path("type").asText().equals("OwnerAsked");
    }
    return asked;
  }

  /// What can be seen while it runs: what runs is what main says, unless a change is under way.
  private void checkWhole(Path home) throws Exception {
    JsonNode trader = DoorClient.to(Home.at(home), "trader").get("/status");
    JsonNode main = DoorClient.to(Home.at(home), "guardian").get("/main");
    for (JsonNode slot : trader.path("slots")) {
      if (slot.path("slot").asText().equals("stable")
          && !slot.path("artifact").asText().equals(main.path("artifact").asText())) {
        throw new Broken("stable runs " + slot.path("artifact") + ", main says " + main);
      }
    }
  }

  private void checkAtRest(Path home) throws Exception {
    run(home, List.of(root.resolve("sorte").toString(), "audit", "verify", "--json", "--home", home.toString()));
    run(home, List.of("git", "-C", home.resolve("repository").toString(), "fsck", "--strict", "--full"));
  }

  private void run(Path home, List<String> command) throws Exception {
    Path out = work.resolve(home.getFileName() + ".check");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new Broken(command + " said " + Files.readString(out));
    }
  }

  private void endAll(Path home) throws IOException {
    for (String name : List.of("commander", "mind", "guardian", "trader")) {
      Path file = Home.at(home).doorFile(name);
      if (Files.exists(file)) {
        ProcessHandle.of(Json.read(Files.readString(file)).path("pid").asLong())
            .ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
