package sorte.change.commander;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recovery table of docs/flow/release.md: the commander dies after every write and every
/// effect, in turn.
class RecoveryTest {
  private static final String FULL_SPEED = "{\"market.pace\":\"max\"}";

  @TempDir private Path root;

  /// The commander dies here.
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;

    Died(String where) {
      super(where, null, false, false);
    }
  }

  @Test
  void a_change_that_would_be_promoted_is_promoted_wherever_the_commander_dies() throws Exception {
    everywhere("promoted", 0, "promoted");
  }

  @Test
  void a_change_that_would_be_aborted_is_aborted_wherever_the_commander_dies() throws Exception {
    everywhere("aborted", -0.5, "aborted");
  }

  private void everywhere(String name, double shift, String ending) throws Exception {
    List<String> points = points(name, shift, ending);
    assertThat(points).hasSizeGreaterThan(10).contains("effect:shadow", "log:StepTaken");
    for (int point = 0; point < points.size(); point++) {
      dieAt(name, shift, ending, point, points.get(point));
    }
  }

  private List<String> points(String name, double shift, String ending) throws Exception {
    List<String> points = Collections.synchronizedList(new ArrayList<>());
    try (Stage stage = stage(name + "-all", shift)) {
      stage.start(points::add);
      stage.ask("stop 2%");
      stage.await("1", c -> c.has("lesson"), ending);
    }
    return points;
  }

  private Stage stage(String name, double shift) throws IOException {
    Stage stage = new Stage(root.resolve(name), FULL_SPEED);
    stage.trader.shift = shift;
    return stage;
  }

  private void dieAt(String name, double shift, String ending, int point, String where)
      throws Exception {
    try (Stage stage = stage(name + "-" + point, shift)) {
      AtomicInteger count = new AtomicInteger();
      CountDownLatch dead = new CountDownLatch(1);
      stage.start(done -> {
        if (count.getAndIncrement() >= point) {
          dead.countDown();
          throw new Died(done);
        }
      });
      Thread asking = Thread.ofVirtual().start(() -> askOnce(stage));
      assertThat(dead.await(20, TimeUnit.SECONDS)).as("died after %s", where).isTrue();
      stage.kill();
      asking.interrupt();
      stage.start();
      JsonNode change = stage.await("1", c -> c.has("lesson"), ending + " after dying at " + where);
      assertThat(change.path("state").asText()).as("after dying at %s", where).isEqualTo(ending);
      assertThat(stage.trader.acts).as("each act once").doesNotHaveDuplicates();
      assertThat(stage.guardian.main)
          .isEqualTo(ending.equals("promoted") ? change.path("commit").asText() : "c0");
      String runs = stage.trader.slot("stable").artifact;
      assertThat(stage.guardian.artifacts.get(stage.guardian.main))
          .as("main is what runs")
          .isEqualTo(runs);
    }
  }

  private static void askOnce(Stage stage) {
    try {
      stage.ask("stop 2%");
    } catch (RuntimeException _) {
      // the commander died while it answered
    }
  }

  @Test
  void what_was_under_way_is_said_to_go_on() throws Exception {
    try (Stage stage = stage("said", 0)) {
      stage.trader.dataEndsAt = 60;
      stage.start();
      stage.ask("stop 2%");
      stage.awaitState("1", "waiting");
      stage.kill();
      stage.start();
      JsonNode events = events(stage);
      assertThat(events.path(events.size() - 1).path("type").asText()).isEqualTo("Recovered");
      assertThat(stage.door().get("/status").path("alerts").toString()).contains("goes on");
    }
  }

  private static JsonNode events(Stage stage) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (true) {
      JsonNode events = stage.door().get("/changes/1/events?from=0").path("events");
      boolean recovered = events.path(events.size() - 1).path("type").asText().equals("Recovered");
      if (recovered || System.nanoTime() > deadline) {
        return events;
      }
      Stage.pause();
    }
  }

  @Test
  void a_step_intended_long_ago_that_the_trader_never_took_is_undone() throws Exception {
    try (Stage stage = stage("old", 0)) {
      stage.start(dyingAfter("log:StepIntended"));
      askOnce(stage);
      stage.await("1", c -> !c.path("release").isNull(), "an intention");
      stage.kill();
      stage.now = stage.now.plus(Recovery.YOUNG).plus(Duration.ofSeconds(1));
      stage.start();
      stage.awaitState("1", "rolled-back");
      assertThat(stage.trader.acts).noneMatch(act -> act.startsWith("1-"));
      assertThat(stage.guardian.aborted).as("its content did no wrong").isEmpty();
    }
  }

  private static Step dyingAfter(String where) {
    return done -> {
      if (done.equals(where)) {
        throw new Died(done);
      }
    };
  }

  @Test
  void a_version_that_the_trader_took_back_while_the_commander_was_dead_is_recorded()
      throws Exception {
    try (Stage stage = stage("dead", 0)) {
      stage.start(dyingAfter("log:StepTaken"));
      askOnce(stage);
      stage.await("1", c -> c.path("state").asText().equals("shadow"), "shadow");
      stage.kill();
      stage.trader.fault("spun in enterLong");
      stage.start();
      JsonNode change = stage.awaitState("1", "rolled-back");
      assertThat(change.path("release").path("rollback").path("cause").asText()).isEqualTo("fault");
      assertThat(stage.guardian.aborted).containsExactly("1");
    }
  }

  @Test
  void a_stable_release_without_a_leaf_in_the_guardians_log_halts_trading() throws Exception {
    try (Stage stage = stage("leaf", 0)) {
      stage.start();
      awaitStable(stage);
      stage.kill();
      stage.trader.slots.get("stable").artifact = "b".repeat(64);
      stage.start();
      awaitHalt(stage);
      assertThat(alerts(stage, "guardian's log")).contains("guardian's log");
    }
  }

  /// The alerts once one says `words`: the halt may be the work of the one that was killed.
  private static String alerts(Stage stage, String words) {
    String said = "";
    for (int i = 0; i < 1_000 && !said.contains(words); i++) {
      Stage.pause();
      said = stage.door().get("/status").path("alerts").toString();
    }
    return said;
  }

  private static void awaitHalt(Stage stage) {
    for (int i = 0; i < 1_000 && !stage.trader.state.equals("halted"); i++) {
      Stage.pause();
    }
    assertThat(stage.trader.state).isEqualTo("halted");
  }

  private static void awaitStable(Stage stage) {
    for (int i = 0; i < 1_000 && stage.trader.slot("stable") == null; i++) {
      Stage.pause();
    }
  }

  @Test
  void a_canary_without_a_leaf_in_the_guardians_log_is_taken_back() throws Exception {
    try (Stage stage = stage("canary-leaf", 0)) {
      stage.trader.dataEndsAt = 60;
      stage.start();
      stage.ask("stop 2%");
      stage.awaitState("1", "waiting");
      stage.kill();
      stage.guardian.forgets = true;
      stage.start();
      JsonNode change = stage.awaitState("1", "rolled-back");
      assertThat(change.path("release").path("rollback").path("cause").asText())
          .isEqualTo("not_attested");
      assertThat(stage.trader.slot("candidate")).isNull();
    }
  }

  @Test
  void a_promotion_decided_but_not_done_is_judged_again() throws Exception {
    try (Stage stage = stage("again", 0)) {
      stage.start(dyingAfter("log:PromotionDecided"));
      askOnce(stage);
      stage.await("1", c -> c.path("release").has("grounds"), "a decision");
      stage.kill();
      stage.trader.shift = -1.5;
      stage.start();
      stage.awaitState("1", "aborted");
    }
  }
}
