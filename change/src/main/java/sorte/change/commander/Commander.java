package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import sorte.change.learn.Memory;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeLog;
import sorte.trading.door.Door;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.home.Config;
import sorte.trading.home.Home;

/// The commander: opens its door at once, settles what an earlier one left as soon as trader and
/// guardian answer, then drives each change on a virtual thread of its own.
public final class Commander implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("sorte.commander");

  /// The name of its door.
  public static final String PROCESS = "commander";

  private final House house;
  private final Map<String, ChangeRun> runs = new ConcurrentHashMap<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CommanderRoutes routes;
  private final Door door;
  private final List<String> underWay;
  private volatile boolean closed;

  private Commander(Home home, InstantSource clock, int port, Step step) throws IOException {
    ChangeLog log = ChangeLog.open(home.changesLog(), clock);
    this.house =
        new House(
            new AtomicReference<>(Config.of(home)),
            clock,
            log,
            Memory.open(home.lessonsLog()),
            new TraderDoor(DoorClient.to(home, "trader")),
            new GuardianDoor(DoorClient.to(home, "guardian")),
            new MindDoor(DoorClient.to(home, "mind")),
            DoorClient.to(home, "feed"),
            new Alerts(),
            new Turn(),
            BarLength.of(home),
            step);
    this.underWay = log.all().stream().filter(Commander::unfinished).map(Change::id).toList();
    this.routes = new CommanderRoutes(this, house, home);
    this.door = Door.open(home, PROCESS, port, routes::configure);
  }

  /// Starts on any free port.
  public static Commander start(Home home, InstantSource clock) throws IOException {
    return start(home, clock, 0);
  }

  /// @param port of its door; 0 is any free one
  public static Commander start(Home home, InstantSource clock, int port) throws IOException {
    return start(home, clock, port, Step.NOBODY);
  }

  static Commander start(Home home, InstantSource clock, int port, Step step) throws IOException {
    Commander commander = new Commander(home, clock, port, step);
    Thread.ofVirtual().name("recovery").start(commander::recover);
    Thread.ofVirtual().name("recorder").start(commander::record);
    return commander;
  }

  private void recover() {
    Recovery recovery = new Recovery(house);
    String said = "";
    while (!closed) {
      try {
        recovery.firstStable();
        recovery.attested();
        house.alerts().over("start");
        for (String id : underWay) {
          if (!runs.containsKey(id)) {
            Change left = house.log().of(id).orElseThrow();
            if (!left.state().ended()) {
              recovery.settle(left);
            }
            drive(id, new ChangeRun(id, house));
          }
        }
        ready.countDown();
        watch();
        return;
      } catch (DoorClosed | DoorError e) {
        said = saidOnce(said, String.valueOf(e.getMessage()));
        house
            .alerts()
            .raise("start", "alert.start", new Alerts.Recorded(String.valueOf(e.getMessage())));
        rest(ChangeRun.RETRY_MILLIS);
      }
    }
  }

  private static String saidOnce(String said, String now) {
    if (!said.equals(now)) {
      LOG.log(System.Logger.Level.INFO, "the start waits: {0}", now);
    }
    return now;
  }

  /// What the guardian could not be told now it is told later: the events are numbered.
  private void record() {
    Recorder recorder = new Recorder(house);
    while (!closed) {
      try {
        recorder.look();
      } catch (DoorClosed | DoorError e) {
        LOG.log(System.Logger.Level.DEBUG, "the recorder waits: {0}", e.getMessage());
        recorder = new Recorder(house); // asks again from where on
      }
      rest(Recorder.LOOK_MILLIS);
    }
  }

  private void watch() {
    StableWatch stable = new StableWatch(this, house);
    while (!closed) {
      try {
        stable.look();
      } catch (DoorClosed | DoorError | UncheckedIOException e) {
        LOG.log(System.Logger.Level.DEBUG, "the watch waits: {0}", e.getMessage());
      }
      rest(StableWatch.LOOK_MILLIS);
    }
  }

  /// An ended change still wants its lesson.
  private static boolean unfinished(Change change) {
    return !change.state().ended() || !change.has(ChangeEvent.LessonLearned.class);
  }

  private static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Begins a change and its run; what was under way before a crash goes first.
  Change begin(ChangeEvent.Requested request, Optional<JsonNode> plan) {
    Change change = house.log().begin(request);
    house.step().after("log:Requested");
    ChangeRun run = new ChangeRun(change.id(), house);
    plan.ifPresent(run::planned);
    drive(change.id(), run);
    return change;
  }

  /// Drives what was begun with its first events already written.
  void drive(Change change) {
    drive(change.id(), new ChangeRun(change.id(), house));
  }

  private void drive(String id, ChangeRun run) {
    runs.put(id, run);
    Thread.ofVirtual()
        .name("change-" + id)
        .start(() -> {
          try {
            awaitReady(run);
          } finally {
            runs.remove(id, run);
          }
        });
  }

  private void awaitReady(ChangeRun run) {
    try {
      ready.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return;
    }
    if (!closed) {
      run.run();
    }
  }

  Optional<ChangeRun> run(String id) {
    return Optional.ofNullable(runs.get(id));
  }

  /// `GET /status` and the like: what the door answers.
  static List<String> routes(CommanderRoutes of) {
    Door.Routes routes = new Door.Routes();
    of.configure(routes);
    return routes.names();
  }

  List<String> routes() {
    return routes(routes);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    runs.values().forEach(ChangeRun::stop);
    ready.countDown();
    door.close();
    house.log().close();
    house.memory().close();
  }
}
