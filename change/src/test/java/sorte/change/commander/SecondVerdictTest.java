package sorte.change.commander;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.change.release.Rollout;
import sorte.trading.door.Json;

/// Between shadow and the first share stands the guardian's second verdict.
class SecondVerdictTest {
  private static final String CANARY = "1-canary-5";

  @TempDir private Path root;
  private Stage stage;

  @BeforeEach
  void open() throws IOException {
    stage = new Stage(root, "{\"market.pace\":\"max\"}");
  }

  @AfterEach
  void close() throws IOException {
    stage.guardian.atWork = false;
    stage.close();
  }

  private JsonNode asked(String state) throws IOException {
    stage.start();
    stage.ask("stop 2%");
    return stage.awaitState("1", state);
  }

  private List<String> types() {
    List<String> types = new ArrayList<>();
    stage
        .door()
        .get("/changes/1/events?from=0")
        .path("events")
        .forEach(event -> types.add(event.path("type").asText()));
    return types;
  }

  private void awaitAsked(int times) {
    for (int i = 0; i < 2_000 && stage.guardian.deepened.get() < times; i++) {
      Stage.pause();
    }
    assertThat(stage.guardian.deepened.get()).isEqualTo(times);
  }

  @Test
  void it_is_asked_for_in_shadow_and_told_before_the_first_share() throws IOException {
    JsonNode change = asked("promoted");
    assertThat(types()).containsSubsequence("StepTaken", "Deepened", "StepTaken", "Promoted");
    assertThat(stage.guardian.deepened).hasValue(1);
    assertThat(change.path("secondVerdict").path("verdict").asText()).isEqualTo("approved");
  }

  @Test
  void a_release_that_it_rejects_is_taken_back_without_any_capital() throws IOException {
    stage.guardian.second = "rejected";
    JsonNode change = asked("rolled-back");
    assertThat(stage.trader.acts).contains("1-shadow", "1-rollback").doesNotContain(CANARY);
    JsonNode why = change.path("release").path("rollback");
    assertThat(why.path("cause").asText()).isEqualTo("not_admitted");
    assertThat(why.path("text").path("en").asText()).contains("determinism");
    assertThat(why.path("text").path("pt").asText()).contains("barreiras longas", "determinism");
    assertThat(stage.guardian.aborted).containsExactly("1");
  }

  /// A share was given here: what was not open any more was taken for a yes.
  @Test
  void a_no_that_comes_while_the_pairs_are_looked_at_is_heard() throws IOException {
    stage.guardian.second = "rejected";
    stage.guardian.atWork = true;
    stage.trader.looking =
        upTo -> {
          stage.guardian.atWork = upTo < Rollout.SHADOW_PAIRS;
          while (upTo >= Rollout.SHADOW_PAIRS && !types().contains("Deepened")) {
            Stage.pause();
          }
        };
    asked("rolled-back");
    assertThat(stage.trader.acts).contains("1-shadow", "1-rollback").doesNotContain(CANARY);
  }

  @Test
  void what_it_cannot_tell_is_never_folded_into_yes() throws IOException {
    stage.guardian.second = "inconclusive";
    asked("rolled-back");
    assertThat(stage.trader.acts).contains("1-shadow").doesNotContain(CANARY);
  }

  @Test
  void capital_waits_for_it_and_the_judges_look_comes_out_as_without_a_wait() throws Exception {
    stage.guardian.atWork = true;
    asked("shadow");
    awaitAsked(1);
    Thread.sleep(300);
    assertThat(stage.trader.acts).doesNotContain(CANARY);
    stage.guardian.atWork = false;
    JsonNode waited = stage.awaitState("1", "promoted");
    try (Stage other = new Stage(root.resolve("other"), "{\"market.pace\":\"max\"}")) {
      other.start();
      other.ask("stop 2%");
      JsonNode quick = other.awaitState("1", "promoted");
      assertThat(waited.path("release").path("analysis"))
          .isEqualTo(quick.path("release").path("analysis"));
    }
  }

  @Test
  void while_it_is_awaited_the_owner_and_the_trader_may_take_the_release_back() throws Exception {
    stage.guardian.atWork = true;
    asked("shadow");
    awaitAsked(1);
    stage.trader.fault("spun in enterLong");
    JsonNode change = stage.awaitState("1", "rolled-back");
    assertThat(change.path("release").path("rollback").path("cause").asText()).isEqualTo("fault");
    stage.ask("stop 2%");
    stage.awaitState("2", "shadow");
    stage.door().post("/changes/2/rollback", Json.object().put("from", "test"));
    stage.awaitState("2", "rolled-back");
    assertThat(stage.trader.acts).noneMatch(act -> act.contains("canary"));
  }

  @Test
  void the_owners_word_does_not_stand_in_for_it() throws Exception {
    stage.guardian.atWork = true;
    stage.trader.dataEndsAt = 60;
    asked("waiting");
    stage.door().post("/changes/1/approve", Json.object().put("from", "test"));
    Thread.sleep(300);
    assertThat(stage.trader.acts).doesNotContain("1-promote");
    stage.guardian.second = "rejected";
    stage.guardian.atWork = false;
    stage.awaitState("1", "rolled-back");
    assertThat(stage.trader.acts).doesNotContain("1-promote");
  }

  @Test
  void a_commander_killed_while_it_waits_asks_again_and_gives_no_capital_before() throws Exception {
    stage.guardian.atWork = true;
    asked("shadow");
    awaitAsked(1);
    stage.kill();
    stage.start();
    awaitAsked(2);
    assertThat(stage.trader.acts).doesNotContain(CANARY);
    stage.guardian.atWork = false;
    stage.awaitState("1", "promoted");
    assertThat(types()).containsOnlyOnce("Deepened");
  }

  @Test
  void a_guardian_killed_at_its_long_gates_is_asked_again_when_it_is_back() throws Exception {
    stage.guardian.atWork = true;
    asked("shadow");
    awaitAsked(1);
    stage.killGuardian();
    Thread.sleep(300);
    assertThat(stage.trader.acts).doesNotContain(CANARY);
    stage.guardian.second = "rejected"; // what it comes to is what it says when it is back
    stage.guardian.atWork = false;
    stage.reopenGuardian();
    stage.awaitState("1", "rolled-back");
    assertThat(stage.guardian.deepened.get()).isGreaterThan(1);
    assertThat(stage.trader.acts).doesNotContain(CANARY);
  }

  @Test
  void a_release_whose_first_verdict_admitted_to_capital_waits_for_none() throws IOException {
    stage.guardian.admits = "capital";
    asked("promoted");
    assertThat(stage.guardian.deepened).hasValue(0);
    assertThat(types()).doesNotContain("Deepened");
  }

  @Test
  void a_change_judged_when_there_was_one_verdict_for_both_goes_on() throws IOException {
    stage.guardian.admits = "";
    asked("promoted");
    assertThat(stage.guardian.deepened).hasValue(0);
  }
}
