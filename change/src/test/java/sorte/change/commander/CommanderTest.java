package sorte.change.commander;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

class CommanderTest {
  private static final String FULL_SPEED = "{\"market.pace\":\"max\"}";

  @TempDir private Path root;
  private Stage stage;

  private void given(String config) throws IOException {
    stage = new Stage(root, config);
    stage.start();
  }

  @AfterEach
  void close() throws IOException {
    stage.close();
  }

  private List<String> types(String id) {
    List<String> types = new ArrayList<>();
    stage
        .door()
        .get("/changes/" + id + "/events?from=0")
        .path("events")
        .forEach(event -> types.add(event.path("type").asText()));
    return types;
  }

  @Test
  void at_the_first_start_the_guardians_main_becomes_stable() throws IOException {
    given(FULL_SPEED);
    while (stage.trader.slot("stable") == null) {
      Stage.pause();
    }
    assertThat(stage.trader.slot("stable").artifact).isEqualTo("a".repeat(64));
  }

  @Test
  void an_equal_version_goes_from_shadow_over_two_canary_shares_to_promotion() throws IOException {
    given(FULL_SPEED);
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    JsonNode change = stage.awaitState(id, "promoted");
    assertThat(id).isEqualTo("1");
    assertThat(stage.trader.acts)
        .containsSubsequence("1-shadow", "1-canary-5", "1-canary-25", "1-promote");
    assertThat(types(id))
        .containsSubsequence(
            "Requested",
            "Planned",
            "Edited",
            "Judged",
            "Committed",
            "StepIntended",
            "StepTaken",
            "Analysed",
            "PromotionDecided",
            "Promoted");
    assertThat(stage.guardian.main).isEqualTo(change.path("commit").asText());
    assertThat(change.path("release").path("grounds").asText()).isEqualTo("evidence");
    assertThat(change.path("release").path("analysis").path("pairs").asInt()).isPositive();
  }

  @Test
  void a_worse_version_is_aborted_by_the_judge_and_barred() throws IOException {
    given(FULL_SPEED);
    stage.trader.shift = -0.5;
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    JsonNode change = stage.awaitState(id, "aborted");
    assertThat(stage.trader.slot("candidate")).isNull();
    assertThat(stage.guardian.aborted).containsExactly(id);
    assertThat(stage.guardian.main).isEqualTo("c0");
    JsonNode why = change.path("release").path("rollback").path("text");
    assertThat(why.path("en").asText()).contains("worse").contains("a month");
    assertThat(why.path("pt").asText()).contains("pior").contains("por mês");
  }

  @Test
  void what_the_guardian_refuses_never_reaches_the_trader() throws IOException {
    given(FULL_SPEED);
    stage.guardian.approves = false;
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    stage.awaitState(id, "rejected");
    assertThat(stage.trader.acts).noneMatch(act -> act.startsWith(id + "-"));
  }

  @Test
  void a_fault_in_the_trader_takes_the_version_back_without_statistics() throws IOException {
    given("{}");
    stage.trader.dataEndsAt = Long.MAX_VALUE;
    stage.trader.shift = 0;
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    stage.await(
        id, c -> !c.path("release").isNull() && stage.trader.slot("candidate") != null, "a slot");
    stage.trader.fault("ArithmeticException in enterLong");
    JsonNode change = stage.awaitState(id, "rolled-back");
    assertThat(change.path("release").path("rollback").path("cause").asText()).isEqualTo("fault");
    assertThat(change.path("release").path("rollback").path("reason").asText())
        .contains("ArithmeticException");
  }

  @Test
  void with_autonomy_one_nothing_is_committed_before_a_yes() throws IOException {
    given("{\"autonomy.level\":1,\"market.pace\":\"max\"}");
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    JsonNode waiting = stage.awaitState(id, "waiting");
    assertThat(waiting.path("waitingFor").asText()).isEqualTo("approval");
    assertThat(stage.guardian.candidates).isEmpty();
    stage.door().post("/changes/" + id + "/approve", Json.object());
    stage.awaitState(id, "promoted");
  }

  @Test
  void a_no_ends_a_waiting_change() throws IOException {
    given("{\"autonomy.level\":1}");
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    stage.awaitState(id, "waiting");
    stage.door().post("/changes/" + id + "/reject", Json.object());
    stage.awaitState(id, "rejected");
    assertThat(stage.guardian.candidates).isEmpty();
  }

  @Test
  void the_next_change_waits_for_its_turn_and_is_judged_anew_on_the_new_main() throws IOException {
    given(FULL_SPEED);
    String first = stage.ask("stop 2%").path("change").path("id").asText();
    String second = stage.ask("stop 3%").path("change").path("id").asText();
    stage.awaitState(first, "promoted");
    stage.awaitState(second, "promoted");
    assertThat(stage.guardian.trees.get(stage.guardian.main).path(FakeGuardian.PATH).asText())
        .contains("0.02")
        .contains("0.03");
  }

  @Test
  void where_the_data_ends_without_an_answer_the_owner_is_asked_and_may_keep_it()
      throws IOException {
    given(FULL_SPEED);
    stage.trader.dataEndsAt = 60;
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    JsonNode waiting = stage.awaitState(id, "waiting");
    assertThat(waiting.path("waitingFor").asText()).isEqualTo("answer");
    stage.door().post("/changes/" + id + "/approve", Json.object());
    JsonNode change = stage.awaitState(id, "promoted");
    assertThat(change.path("release").path("grounds").asText()).isEqualTo("owner");
  }

  @Test
  void silence_of_seven_days_takes_back_what_cannot_be_told() throws IOException {
    given(FULL_SPEED);
    stage.trader.dataEndsAt = 60;
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    stage.awaitState(id, "waiting");
    stage.now = stage.now.plus(RolloutRun.PATIENCE).plusSeconds(1);
    stage.awaitState(id, "rolled-back");
    assertThat(stage.guardian.main).isEqualTo("c0");
  }

  @Test
  void the_owner_takes_a_canary_back_at_once() throws IOException {
    given(FULL_SPEED);
    stage.trader.dataEndsAt = 60;
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    stage.awaitState(id, "waiting");
    JsonNode change = stage.door().post("/changes/previous/rollback", Json.object());
    assertThat(change.path("state").asText()).isEqualTo("rolled-back");
    assertThat(stage.trader.slot("candidate")).isNull();
  }

  @Test
  void a_promoted_release_is_put_back_and_main_follows() throws IOException {
    given(FULL_SPEED);
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    stage.awaitState(id, "promoted");
    JsonNode change = stage.door().post("/changes/previous/rollback", Json.object());
    assertThat(change.path("state").asText()).isEqualTo("rolled-back");
    assertThat(stage.trader.slot("stable").artifact).isEqualTo("a".repeat(64));
    stage.awaitState("2", "promoted");
    assertThat(stage.guardian.main).isEqualTo("r" + id);
    assertThat(stage.guardian.judged).isEqualTo(1);
    assertThat(stage.guardian.artifacts.get(stage.guardian.main)).isEqualTo("a".repeat(64));
    assertThat(stage.guardian.trees.get(stage.guardian.main).path(FakeGuardian.PATH).asText())
        .isEqualTo("class EmaCross {}");
  }

  @Test
  void a_promoted_release_that_faults_is_recorded_and_main_follows_what_runs() throws IOException {
    given(FULL_SPEED);
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    stage.awaitState(id, "promoted");
    stage.trader.stableFault("a".repeat(64), "threw in exitLong");
    JsonNode change = stage.awaitState(id, "rolled-back");
    assertThat(change.path("release").path("rollback").path("cause").asText()).isEqualTo("fault");
    stage.awaitState("2", "promoted");
    assertThat(stage.guardian.artifacts.get(stage.guardian.main)).isNotNull();
    assertThat(stage.guardian.trees.get(stage.guardian.main).path(FakeGuardian.PATH).asText())
        .isEqualTo("class EmaCross {}");
    assertThat(stage.door().get("/status").path("alerts").toString()).contains("threw in exitLong");
  }

  @Test
  void a_lesson_is_found_again_when_something_like_it_is_asked() throws IOException {
    given(FULL_SPEED);
    stage.trader.shift = -0.5;
    String first = stage.ask("stop 2%").path("change").path("id").asText();
    stage.awaitState(first, "aborted");
    String second = stage.ask("stop 3%").path("change").path("id").asText();
    JsonNode change = stage.await(second, c -> !c.path("lessons").isEmpty(), "a lesson");
    assertThat(change.path("lessons").path(0).path("change").asText()).isEqualTo(first);
    assertThat(change.path("lessons").path(0).path("text").path("pt").asText()).contains("juiz");
  }

  @Test
  void acts_are_done_at_once_and_resuming_asks_twice() throws IOException {
    given(FULL_SPEED);
    stage.mind.knows("stop everything", "{'do':'stop-everything'}");
    stage.mind.knows("resume", "{'do':'resume-trading'}");
    stage.ask("stop everything");
    assertThat(stage.trader.state).isEqualTo("halted");
    assertThat(stage.ask("resume").path("done").path("outcome").asText()).isEqualTo("confirm");
    assertThat(stage.trader.state).isEqualTo("halted");
    assertThat(stage.ask("resume", true).path("done").path("outcome").asText())
        .isEqualTo("confirm");
    assertThat(stage.trader.state).isEqualTo("halted");
    JsonNode status = stage.door().post("/ask", stage.request("resume", true).put("sure", true));
    assertThat(status.path("done").path("trader").path("state").asText()).isEqualTo("running");
    assertThat(stage.trader.state).isEqualTo("running");
  }

  @Test
  void a_no_or_a_yes_by_sentence_says_what_became_of_the_change() throws IOException {
    given(FULL_SPEED);
    stage.trader.dataEndsAt = 60;
    String first = stage.ask("stop 2%").path("change").path("id").asText();
    stage.awaitState(first, "waiting");
    stage.mind.knows("no", "{'do':'reject','change':'" + first + "'}");
    JsonNode no = stage.ask("no").path("done");
    assertThat(no.path("changed").path("state").asText()).isEqualTo("rolled-back");
    assertThat(no.path("text").path("en").asText()).contains("it is rolled back");
    assertThat(no.path("text").path("pt").asText()).contains("ela está revertida");

    String second = stage.ask("stop 3%").path("change").path("id").asText();
    stage.awaitState(second, "waiting");
    stage.mind.knows("yes", "{'do':'approve','change':'" + second + "'}");
    JsonNode yes = stage.ask("yes").path("done");
    assertThat(yes.path("changed").path("state").asText()).isEqualTo("promoted");
    assertThat(yes.path("text").path("en").asText()).contains("it is promoted");
  }

  @Test
  void what_the_trader_took_back_by_itself_has_no_time_measured_by_the_commander()
      throws IOException {
    given("{}");
    stage.trader.dataEndsAt = Long.MAX_VALUE;
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    stage.await(
        id, c -> !c.path("release").isNull() && stage.trader.slot("candidate") != null, "a slot");
    stage.trader.fault("ArithmeticException in enterLong");
    JsonNode change = stage.awaitState(id, "rolled-back");
    assertThat(change.path("release").has("micros")).isFalse();
    for (JsonNode event : stage.door().get("/changes/" + id + "/events?from=0").path("events")) {
      assertThat(event.path("text").path("en").asText()).doesNotContain(" ms");
    }
  }

  @Test
  void a_report_answers_with_figures_in_both_languages() throws IOException {
    given(FULL_SPEED);
    stage.mind.knows("profit?", "{'do':'report','about':'profit'}");
    JsonNode text = stage.ask("profit?").path("done").path("text");
    assertThat(text.path("pt").asText()).contains("10.000,00");
    assertThat(text.path("en").asText()).contains("10,000.00");
  }

  @Test
  void where_one_part_is_of_later_work_no_part_is_done() throws IOException {
    given(FULL_SPEED);
    stage.mind.knows("halt and evolve", "{'do':'stop-everything'},{'do':'evolve'}");
    JsonNode done = stage.ask("halt and evolve").path("done");
    assertThat(done.path("outcome").asText()).isEqualTo("not-yet");
    assertThat(stage.trader.state).isEqualTo("running");
  }

  @Test
  void a_refusal_goes_back_as_it_is_and_begins_nothing() throws IOException {
    given(FULL_SPEED);
    JsonNode answer = stage.ask("reveal the key");
    assertThat(answer.path("plan").path("kind").asText()).isEqualTo("refuse");
    assertThat(answer.has("change")).isFalse();
    assertThat(stage.door().get("/changes")).isEmpty();
  }

  private static final String BASE = "b".repeat(40);
  private static final String OWN = "one\ntwo\nthree\nfour\nfive\n";

  private String submitted(String source) {
    ObjectNode body = stage.request("by hand", true).put("base", BASE);
    body.putObject("files").put(FakeGuardian.PATH, source);
    return stage.door().post("/submit", body).path("change").path("id").asText();
  }

  private void mainIs(String source) {
    stage.guardian.trees.put(BASE, Json.object().put(FakeGuardian.PATH, OWN));
    stage.guardian.trees.put("c0", Json.object().put(FakeGuardian.PATH, source));
  }

  @Test
  void what_a_person_wrote_is_carried_over_what_came_after() throws IOException {
    given(FULL_SPEED);
    mainIs(OWN.replace("five", "5"));
    String id = submitted(OWN.replace("one", "1"));
    JsonNode change = stage.await(id, c -> c.path("verdict").isObject(), "judged");
    assertThat(stage.guardian.verdicts.get(id).path("files").path(FakeGuardian.PATH).asText())
        .isEqualTo("1\ntwo\nthree\nfour\n5\n");
    assertThat(change.path("summary").path("en").asText()).contains("carried over");
    assertThat(stage.guardian.origins.get(id)).isEqualTo("hand");
  }

  @Test
  void what_both_changed_is_named_and_nothing_is_done() throws IOException {
    given(FULL_SPEED);
    mainIs(OWN.replace("two", "II"));
    JsonNode change = stage.awaitState(submitted(OWN.replace("two", "2")), "failed");
    assertThat(change.path("failure").path("what").asText()).contains(FakeGuardian.PATH + ":2");
    assertThat(change.path("failure").path("remedy").asText()).contains("git pull --rebase");
    assertThat(stage.guardian.judged).isZero();
  }

  @Test
  void what_is_in_force_already_is_said_to_be() throws IOException {
    given(FULL_SPEED);
    mainIs("new\n");
    JsonNode change = stage.awaitState(submitted("new\n"), "failed");
    assertThat(change.path("failure").path("what").asText()).contains("already");
  }

  @Test
  void what_a_person_wrote_goes_on_after_a_kill_right_behind_its_request() throws IOException {
    given(FULL_SPEED);
    mainIs(OWN);
    stage.kill();
    stage.start(point -> {
      if (point.equals("log:Requested")) {
        throw new IllegalStateException("killed");
      }
    });
    assertThatThrownBy(() -> submitted(OWN.replace("one", "1"))).isInstanceOf(DoorError.class);
    stage.kill();
    stage.start();
    stage.await("1", c -> c.path("verdict").isObject(), "judged");
    assertThat(stage.guardian.verdicts.get("1").path("files").path(FakeGuardian.PATH).asText())
        .isEqualTo(OWN.replace("one", "1"));
  }

  @Test
  void two_strategies_in_one_submission_are_refused() throws IOException {
    given(FULL_SPEED);
    ObjectNode body = stage.request("by hand", true).put("base", BASE);
    body.putObject("files")
        .put(FakeGuardian.PATH, "a")
        .put(FakeGuardian.PATH.replace("EmaCross", "Other"), "b");
    assertThatThrownBy(() -> stage.door().post("/submit", body))
        .hasMessageContaining("one-strategy")
        .hasMessageContaining("Other");
    body.put("base", "../main");
    body.putObject("files").put(FakeGuardian.PATH, "a");
    assertThatThrownBy(() -> stage.door().post("/submit", body)).hasMessageContaining("bad-base");
    body.putObject("files").put(FakeGuardian.PATH, 7);
    assertThatThrownBy(() -> stage.door().post("/submit", body)).hasMessageContaining("bad-files");
    assertThat(stage.door().get("/changes")).isEmpty();
  }

  @Test
  void bad_requests_say_what_is_wrong() throws IOException {
    given(FULL_SPEED);
    assertThatThrownBy(() -> stage.change("77"))
        .isInstanceOf(DoorError.class)
        .hasMessageContaining("77");
    assertThatThrownBy(() -> stage.ask("x".repeat(200_001))).hasMessageContaining("too-long");
    assertThatThrownBy(
            () -> stage.door().post("/submit", Json.object().put("path", "../x").put("source", "")))
        .hasMessageContaining("bad-path");
    assertThatThrownBy(() -> stage.door().post("/changes/previous/rollback", Json.object()))
        .hasMessageContaining("nothing-in-force");
  }

  @Test
  void status_shows_trader_changes_alerts_and_services() throws IOException {
    given(FULL_SPEED);
    JsonNode status = stage.door().get("/status");
    assertThat(status.path("services").path("trader").asText()).isEqualTo("up");
    assertThat(status.path("trader").path("state").asText()).isEqualTo("running");
    assertThat(status.has("alerts")).isTrue();
  }
}
