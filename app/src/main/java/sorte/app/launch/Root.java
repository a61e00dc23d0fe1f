package sorte.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.home.HomeLock;
import sorte.trading.market.MarketSpec;

/// The root of a running system: holds the home's lock, starts the processes, and starts again the
/// ones that die.
public final class Root implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("sorte.root");

  /// How long a process may take until its door is open.
  static final Duration START = Duration.ofSeconds(90);

  /// How long a process may take to end when asked.
  static final long END_MILLIS = 5_000;

  /// The wait before a dead process is started again; it doubles with each death in a row, up to
  /// the longest.
  static final long FIRST_WAIT_MILLIS = 100;

  static final long LONGEST_WAIT_MILLIS = 5_000;

  /// A process that lived this long is well: its next death counts as the first.
  static final long WELL_NANOS = Duration.ofSeconds(20).toNanos();

  /// Deaths in a row after which a process is left alone, and said so.
  static final int MOST_DEATHS_IN_A_ROW = 8;

  private static final long LOOK_MILLIS = 20;

  /// What happens to the processes, for whoever shows it.
  public enum Sign {
    STARTING,
    STARTED,
    KEPT,
    DIED,
    GIVEN_UP
  }

  /// Sees the processes come and go.
  public interface Watcher {
    void sign(Sign sign, String process, String detail);
  }

  private final Home home;
  private final Launcher launcher;
  private final HomeLock lock;
  private final Watcher watcher;
  private final InstantSource clock;
  private final Map<String, List<String>> more;
  private final List<Program> programs;
  private final Map<String, Running> running = new LinkedHashMap<>();
  private final Map<String, Integer> deaths = new LinkedHashMap<>();
  private volatile boolean closing;

  private Root(
      Home home,
      Launcher launcher,
      HomeLock lock,
      Watcher watcher,
      InstantSource clock,
      Map<String, List<String>> more,
      List<Program> programs) {
    this.programs = programs;
    this.home = home;
    this.launcher = launcher;
    this.lock = lock;
    this.watcher = watcher;
    this.clock = clock;
    this.more = more;
  }

  /// Takes the lock of `home`, or says who may hold it by giving nothing.
  public static Optional<HomeLock> lock(Home home) throws IOException {
    return HomeLock.tryTake(home.lock());
  }

  /// Starts everything on a home whose lock is held and whose market is written, and returns when
  /// all doors are open.
  ///
  /// @param commanderPort the port of the commander's door; 0 is any free one
  /// @param witnesses where the guardian keeps a copy of its log's checkpoints, outside the home
  public static Root start(
      Home home,
      Path build,
      HomeLock lock,
      Watcher watcher,
      InstantSource clock,
      int commanderPort,
      Optional<Path> witnesses)
      throws IOException, InterruptedException {
    Root root =
        new Root(
            home,
            Launcher.of(home, build),
            lock,
            watcher,
            clock,
            Map.of(
                "commander",
                List.of(Integer.toString(commanderPort)),
                "guardian",
                witnesses.map(Path::toString).stream().toList()),
            Program.of(MarketSpec.read(home.marketFile())));
    // a Ctrl-C while it starts ends what was started already, the trader too
    Runtime.getRuntime().addShutdownHook(new Thread(root::close, "close-root"));
    try {
      Files.createDirectories(home.run());
      Files.createDirectories(home.logs());
      for (Program program : root.programs) {
        root.begin(program);
      }
      return root;
    } catch (IOException | InterruptedException | RuntimeException e) {
      root.close();
      throw e;
    }
  }

  private void begin(Program program) throws IOException, InterruptedException {
    Running process = program.outlivesRoot() ? awaitSurvivor(program) : survivor(program);
    if (process != null) {
      take(process);
      watcher.sign(Sign.KEPT, program.name(), Long.toString(process.pid()));
    } else {
      watcher.sign(Sign.STARTING, program.name(), "");
      process = launch(program);
      take(process);
      await(process);
      watcher.sign(Sign.STARTED, program.name(), Long.toString(process.pid()));
    }
    watch(process);
  }

  /// From here on it is this root's to end. What was started while the root ends, ends at once.
  private void take(Running process) throws InterruptedException {
    synchronized (running) {
      if (closing) {
        process.end(0);
        throw new InterruptedException("ended while it started");
      }
      running.put(process.program().name(), process);
    }
  }

  /// A trader that an earlier root had only just started holds its lock before its door is open: it
  /// is waited for, since a second one could not begin beside it.
  private @org.jspecify.annotations.Nullable Running awaitSurvivor(Program program)
      throws IOException, InterruptedException {
    long deadline = clock.millis() + START.toMillis();
    while (true) {
      Running survivor = survivor(program);
      if (survivor != null || clock.millis() > deadline || !traderHoldsItsLock()) {
        return survivor;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private boolean traderHoldsItsLock() throws IOException {
    Optional<HomeLock> free = HomeLock.tryTake(home.trader().resolve("lock"));
    if (free.isPresent()) {
      free.get().close();
      return false;
    }
    return true;
  }

  /// A trader of an earlier root that is alive and answers at its door; what else an earlier root
  /// left is ended.
  private @org.jspecify.annotations.Nullable Running survivor(Program program) {
    DoorClient door = DoorClient.to(home, program.name());
    long pid;
    try {
      pid = door.pid();
    } catch (DoorClosed _) {
      return null;
    }
    boolean answers = door.isOpen();
    Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (!answers || handle.isEmpty()) {
      return null;
    }
    Running left = Running.kept(program, handle.get());
    if (program.outlivesRoot()) {
      return left;
    }
    left.end(END_MILLIS);
    return null;
  }

  private Running launch(Program program) throws IOException {
    Files.deleteIfExists(home.earlierDoorFile(program.name()));
    Files.deleteIfExists(home.doorFile(program.name()));
    return launcher.launch(program, more.getOrDefault(program.name(), List.of()));
  }

  private void await(Running process) throws IOException, InterruptedException {
    String name = process.program().name();
    long deadline = clock.millis() + START.toMillis();
    while (!Files.exists(home.doorFile(name))) {
      if (!process.isAlive()) {
        if (closing) {
          throw new InterruptedException("ended while it started");
        }
        throw new ProcessFailed(name, lastLines(name));
      }
      if (clock.millis() > deadline) {
        process.end(0);
        throw new ProcessFailed(name, "no door after " + START.toSeconds() + " s");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private void watch(Running process) {
    // a thread each: two that die together come back together
    process.onExit().thenAcceptAsync(_ -> died(process), task -> Thread.ofVirtual().start(task));
  }

  private void died(Running process) {
    String name = process.program().name();
    int inARow;
    synchronized (running) {
      if (closing) {
        return;
      }
      inARow = process.livedFor(WELL_NANOS) ? 1 : deaths.getOrDefault(name, 0) + 1;
      deaths.put(name, inARow);
    }
    watcher.sign(Sign.DIED, name, Integer.toString(inARow));
    if (inARow > MOST_DEATHS_IN_A_ROW) {
      watcher.sign(Sign.GIVEN_UP, name, lastLines(name));
      return;
    }
    try {
      Thread.sleep(Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(10, inARow - 1)));
      if (closing) {
        return;
      }
      Running again = launch(process.program());
      synchronized (running) {
        if (closing) {
          again.end(0);
          return;
        }
        running.put(name, again);
      }
      await(again);
      watcher.sign(Sign.STARTED, name, Long.toString(again.pid()));
      watch(again);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, name + " did not start again", e);
      Running failed;
      synchronized (running) {
        failed = running.getOrDefault(name, process);
      }
      died(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether every process answers.
  public Map<String, Boolean> services() {
    Map<String, Boolean> services = new LinkedHashMap<>();
    for (Program program : programs) {
      services.put(program.name(), DoorClient.to(home, program.name()).isOpen());
    }
    return services;
  }

  /// Ends every process, the trader last and after the event at hand, and gives the lock back.
  @Override
  public synchronized void close() {
    List<Running> all;
    synchronized (running) {
      if (closing) {
        return;
      }
      closing = true;
      all = new ArrayList<>(running.values());
    }
    for (Running process : all.reversed()) {
      if (process.program().outlivesRoot()) {
        try {
          DoorClient.to(home, process.program().name()).post("/stop", Json.object());
        } catch (DoorClosed | DoorError e) {
          LOG.log(System.Logger.Level.DEBUG, "the trader was asked to stop: " + e.getMessage());
        }
      }
      process.end(END_MILLIS);
    }
    try {
      lock.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "lock not given back", e);
    }
  }

  private String lastLines(String name) {
    try {
      List<String> lines =
          Files.readAllLines(home.logs().resolve(name + ".log")).stream()
              .filter(line -> !line.startsWith("\tat ")) // the words, not the places
              .toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }
}
