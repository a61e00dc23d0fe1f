package sorte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.door.Door;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

class AnswerTest {
  @TempDir private Path root;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Screen screen =
      Screen.of(
          Map.of("SORTE_LANG", "en"),
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
  private final Deque<String> seen =
      new ConcurrentLinkedDeque<>(List.of("{'id':'7','state':'failed','summary':''}"));
  private Home home;
  private Door door;

  /// A commander whose change 7 fails at its edit.
  @BeforeEach
  void open() throws IOException {
    home = Home.opened(root);
    door =
        Door.open(
            home,
            "commander",
            routes ->
                routes
                    .get("/changes/{id}", _ -> read(seen.size() > 1 ? seen.poll() : seen.peek()))
                    .get(
                        "/changes/{id}/events",
                        _ ->
                            read(
                                "{'events':[{'type':'Failed','text':{'en':'Failed: 0.5 is above"
                                    + " 0.2','pt':'-'}}],'next':1}")));
  }

  @AfterEach
  void close() {
    door.close();
  }

  private static JsonNode read(String json) {
    return Json.read(json.replace('\'', '"'));
  }

  private int give(String answer, boolean json) {
    return new Answer(screen, DoorClient.to(home, "commander"), json).give(read(answer), false);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_value_out_of_its_bounds_is_said_at_once() {
    String answer =
        "{'plan':{'kind':'plan'},'change':{'id':'7','state':'planned','words':'stop 50%'}}";
    assertThat(give(answer, false)).isEqualTo(Exit.REFUSED);
    assertThat(said()).contains("0.5 is above 0.2").doesNotContain("under way");
  }

  @Test
  void who_waits_for_its_turn_is_followed_on_and_who_waits_for_an_answer_is_not() {
    String change = "{'plan':{'kind':'plan'},'change':{'id':'7','state':'planned','words':'x'}}";
    String waits = "{'id':'7','state':'waiting','waitingFor':'turn'}";
    seen.clear();
    seen.addAll(List.of(waits, waits, "{'id':'7','state':'promoted'}"));
    Answer answer = new Answer(screen, DoorClient.to(home, "commander"), true);
    assertThat(answer.give(read(change), true)).isEqualTo(Exit.DONE);
    assertThat(read(said()).path("state").asText()).isEqualTo("promoted");
    out.reset();
    seen.clear();
    seen.addAll(List.of(waits, waits.replace("turn", "approval")));
    assertThat(answer.give(read(change), true)).isEqualTo(Exit.DONE);
    assertThat(read(said()).path("waitingFor").asText()).isEqualTo("approval");
  }

  @Test
  void a_change_says_what_it_waits_for() {
    assertThat(ChangeLine.state(screen, read("{'state':'waiting','waitingFor':'turn'}")))
        .isEqualTo("waiting for its turn");
    assertThat(ChangeLine.state(screen, read("{'state':'waiting','waitingFor':'answer'}")))
        .isEqualTo("waiting for your answer");
  }

  @Test
  void in_json_it_is_the_change_as_it_ended() {
    assertThat(give("{'plan':{'kind':'plan'},'change':{'id':'7','state':'editing'}}", true))
        .isEqualTo(Exit.REFUSED);
    assertThat(read(said()).path("state").asText()).isEqualTo("failed");
  }

  @Test
  void a_rollback_by_sentence_answers_the_change() {
    assertThat(
            give(
                "{'plan':{'kind':'plan','actions':[{'do':'rollback'}]},'done':{'outcome':'done',"
                    + "'changed':{'id':'3','state':'rolled-back'},'text':{'en':'x'}}}",
                true))
        .isEqualTo(Exit.DONE);
    assertThat(read(said())).isEqualTo(read("{'id':'3','state':'rolled-back'}"));
  }

  @Test
  void a_pause_by_sentence_answers_the_status() {
    assertThat(
            give(
                "{'plan':{'kind':'plan','actions':[{'do':'pause-trading'}]},'done':{'outcome':"
                    + "'done','trader':{'state':'paused'},'services':{},'text':{'en':'x'}}}",
                true))
        .isEqualTo(Exit.DONE);
    assertThat(read(said())).isEqualTo(read("{'trader':{'state':'paused'},'services':{}}"));
  }

  @Test
  void what_was_not_done_is_no_success() {
    String confirm = "{'plan':{'kind':'plan'},'done':{'outcome':'confirm','text':{'en':'x'}}}";
    assertThat(give(confirm, false)).isEqualTo(Exit.REFUSED);
    assertThat(give(confirm.replace("confirm", "not-yet"), false)).isEqualTo(Exit.UNAVAILABLE);
  }
}
