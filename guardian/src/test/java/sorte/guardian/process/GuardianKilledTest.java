package sorte.guardian.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.attest.Audit;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.guardian.repository.Seeds;
import sorte.guardian.sandbox.Confinement;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// A guardian killed at random moments of its first start, of a judgement, of the long gates behind
/// it, of a commit, of moving `main`.
class GuardianKilledTest {

  /// The first start, both verdicts, a commit and an advance take about this long here.
  private static final int SPAN_MILLIS = 20_000;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int RUNS_LONG = 12;

  @TempDir private Path root;

  @Test
  @Tag("long")
  void killed_once_it_goes_on_where_it_was() throws Exception {
    killed(1, System.nanoTime());
  }

  @Test
  @Tag("long")
  void killed_many_times_it_goes_on_where_it_was() throws Exception {
    killed(RUNS_LONG, System.nanoTime());
  }

  private void killed(int runs, long seed) throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    System.out.println("killed at moments of seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < runs; run++) {
      Home home = GuardianProcessTest.home(root.resolve("home-" + run));
      int moment = random.nextInt(SPAN_MILLIS);
      Process first = start(home);
      Thread work =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  through(home, first);
                } catch (DoorClosed | DoorError | IOException _) {
                  // it was killed in the middle
                }
              });
      boolean ended = work.join(Duration.ofMillis(moment));
      kill(first);
      work.join();
      System.out.println("killed after " + moment + " ms" + (ended ? ", all done" : ""));
      Process second = start(home);
      try {
        String commit = through(home, second);
        assertThat(through(home, second)).isEqualTo(commit);
        assertThat(DoorClient.to(home, "guardian").get("/main").path("commit").asText())
            .isEqualTo(commit);
      } finally {
        kill(second);
      }
      assertThat(Audit.verify(home).firstBad()).as("moment " + moment).isEmpty();
    }
  }

  /// Judged, committed and in force; the commit's id.
  private static String through(Home home, Process process) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        DoorClient door = DoorClient.to(home, "guardian");
        door.get("/main");
        String base = seeds(home);
        String source =
            door.get("/tree?commit=" + base).path("files").path(Seeds.IN_SERVICE_PATH).asText();
        String edited = source.replace("value = 0.03", "value = 0.02");
        JsonNode judged =
            door.post("/judge", GuardianProcessTest.good("7", base, edited), PATIENCE);
        assertThat(judged.path("verdict").path("verdict").asText()).isEqualTo("approved");
        assertThat(door.get("/verdict?change=7")).isEqualTo(judged);
        JsonNode second = door.post("/deepen", Json.object().put("change", "7"), PATIENCE);
        assertThat(second.path("verdict").path("verdict").asText()).isEqualTo("approved");
        assertThat(second.path("attestation").asBoolean()).isTrue();
        String commit =
            door.post("/commit", GuardianProcessTest.commit("7")).path("commit").asText();
        door.post("/advance", Json.object().put("change", "7"));
        return commit;
      } catch (DoorClosed closed) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw closed;
        }
        pause();
      }
    }
  }

  /// Where the home began: the commit of `main` without a parent.
  private static String seeds(Home home) throws IOException {
    try (Repository git =
            new FileRepositoryBuilder().setGitDir(home.repository().toFile()).setBare().build();
        RevWalk walk = new RevWalk(git)) {
      RevCommit commit = walk.parseCommit(git.exactRef(RepositoryOfRecord.MAIN).getObjectId());
      while (commit.getParentCount() > 0) {
        commit = walk.parseCommit(commit.getParent(0));
      }
      return commit.name();
    }
  }

  private static Process start(Home home) throws IOException {
    Files.deleteIfExists(home.doorFile("guardian"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            GuardianProcess.class.getName(),
            home.root().toString())
        .redirectErrorStream(true)
        .redirectOutput(home.root().resolve("guardian.out").toFile())
        .start();
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
