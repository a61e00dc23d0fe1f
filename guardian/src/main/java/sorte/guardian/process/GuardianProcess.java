package sorte.guardian.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import sorte.guardian.Guardian;
import sorte.guardian.proof.HomeGround;
import sorte.trading.door.Door;
import sorte.trading.home.Home;

/// The guardian as a process: `GuardianProcess HOME [WITNESSES]`. It ends when its standard input
/// does.
public final class GuardianProcess implements AutoCloseable {

  private final Office office;
  private final Door door;

  private GuardianProcess(Office office, Door door) {
    this.office = office;
    this.door = door;
  }

  /// Opens the guardian of `home` and its door; what it needs to judge is warm by then.
  public static GuardianProcess open(Home home, InstantSource clock) throws IOException {
    return open(home, clock, Optional.empty());
  }

  /// The same with a witness.
  ///
  /// @param witnesses a folder outside the home where a copy of the log's checkpoints is kept
  public static GuardianProcess open(Home home, InstantSource clock, Optional<Path> witnesses)
      throws IOException {
    Guardian guardian = Guardian.open(home.guardian().resolve("children"), new HomeGround(home));
    Office office;
    try {
      office = Office.open(home, clock, guardian, witnesses);
    } catch (IOException | RuntimeException e) {
      guardian.close();
      throw e;
    }
    try {
      return new GuardianProcess(office, Door.open(home, "guardian", r -> routes(r, office)));
    } catch (IOException | RuntimeException e) {
      office.close();
      throw e;
    }
  }

  static void routes(Door.Routes routes, Office office) {
    routes
        .get("/main", _ -> office.main())
        .get("/tree", query -> office.tree(query.text("commit", "")))
        .get("/verdict", q -> office.verdict(q.text("change"), q.text("lang", "en")))
        .get("/log", _ -> office.log())
        .post("/judge", (_, body) -> office.judge(body))
        .post("/deepen", (_, body) -> office.deepen(body))
        .post("/commit", (_, body) -> office.commit(body))
        .post("/advance", (_, body) -> office.advance(body))
        .post("/abort", (_, body) -> office.abort(body))
        .post("/revert", (_, body) -> office.revert(body))
        .post("/note", (_, body) -> office.note(body))
        .post("/check", (_, body) -> office.check(body));
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1 && arguments.length != 2) {
      System.err.println("usage: GuardianProcess HOME [WITNESSES]");
      System.exit(2);
    }
    Optional<Path> witnesses =
        arguments.length == 2 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
    try (GuardianProcess process =
        open(Home.opened(Path.of(arguments[0])), InstantSource.system(), witnesses)) {
      process.office.warm();
      System.out.println("guardian ready on port " + process.door.port());
      awaitEndOfInput();
    }
    System.exit(0);
  }

  /// Root's death closes the pipe.
  private static void awaitEndOfInput() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Thread.ofPlatform()
        .daemon()
        .name("root-watch")
        .start(() -> {
          try {
            while (System.in.read() >= 0) {
              // whatever is said there, only its end counts
            }
          } catch (IOException _) {
            // a broken pipe is an ended one
          }
          ended.countDown();
        });
    ended.await();
  }

  @Override
  public void close() throws IOException {
    door.close();
    office.close();
  }
}
