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
import sorte.trading.journal.AppendLog;
import sorte.trading.release.GuardianKey.Digest;

/// The guardian is told of every event of the change log and of what the trader did to slots and
/// orders: once each, in order, whatever dies in between.
class RecorderTest {
  @TempDir private Path root;
  private Stage stage;

  @AfterEach
  void close() throws IOException {
    stage.close();
  }

  private List<JsonNode> noted(String kind) {
    synchronized (stage.guardian) {
      return stage.guardian.noted.stream()
          .filter(event -> event.path("kind").asText().equals(kind))
          .toList();
    }
  }

  private void awaitNoted(String kind, int count) {
    for (int i = 0; i < 400 && noted(kind).size() < count; i++) {
      Stage.pause();
    }
    assertThat(noted(kind)).as(kind).hasSize(count);
  }

  @Test
  void what_was_asked_and_became_of_it_is_noted_with_the_digests_of_the_change_log()
      throws IOException {
    stage = new Stage(root, "{\"market.pace\":\"max\"}");
    stage.start();
    String id = stage.ask("stop 2%").path("change").path("id").asText();
    stage.awaitState(id, "promoted");
    awaitNoted("LessonLearned", 1);
    JsonNode asked = noted("Requested").getFirst();
    assertThat(asked.path("said").path("words").asText()).isEqualTo("stop 2%");
    assertThat(asked.path("said").path("from").asText()).isEqualTo("test");
    stage.kill();
    List<String> digests = new ArrayList<>();
    AppendLog.read(stage.home.changesLog(), (_, payload) -> digests.add(Digest.sha256(payload)));
    List<String> told = new ArrayList<>();
    for (JsonNode event : stage.guardian.noted) {
      if (!event.path("said").has("bar") || !Recorder.KINDS.contains(event.path("kind").asText())) {
        told.add(event.path("sha256").asText());
      }
    }
    assertThat(told).isEqualTo(digests);
  }

  @Test
  void a_halt_of_the_traders_is_noted_and_an_order_is_not() throws IOException {
    stage = new Stage(root, "{}");
    happened("OrderSent");
    happened("Halted");
    stage.start();
    awaitNoted("Halted", 1);
    assertThat(noted("OrderSent")).isEmpty();
    assertThat(noted("Halted").getFirst().path("seq").asInt()).isEqualTo(1);
  }

  @Test
  void after_a_crash_it_goes_on_where_the_guardian_says_it_is() throws IOException {
    stage = new Stage(root, "{}");
    happened("Halted");
    stage.start();
    awaitNoted("Halted", 1);
    stage.kill();
    happened("Resumed");
    stage.start();
    awaitNoted("Resumed", 1);
    assertThat(noted("Halted")).hasSize(1);
  }

  @Test
  void the_commanders_door_has_no_way_into_the_record() throws IOException {
    stage = new Stage(root, "{}");
    stage.start();
    assertThat(stage.commander.routes())
        .isNotEmpty()
        .noneMatch(route -> route.matches(".*(note|log|key|attest|record|store).*"));
    for (String path : List.of("/note", "/log", "/judge", "/advance")) {
      assertThatThrownBy(() -> stage.door().post(path, Json.object()))
          .isInstanceOf(DoorError.class);
    }
    assertThat(stage.guardian.noted).noneMatch(event -> event.path("kind").asText().isEmpty());
  }

  private void happened(String type) {
    synchronized (stage.trader) {
      ObjectNode event = Json.object().put("seq", stage.trader.events.size()).put("bar", 1);
      event.put("time", 0).put("type", type).put("change", "").put("slot", "").put("detail", "");
      stage.trader.events.add(event);
    }
  }
}
