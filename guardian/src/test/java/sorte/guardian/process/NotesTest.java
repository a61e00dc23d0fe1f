package sorte.guardian.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.attest.SigningKey;
import sorte.guardian.attest.TransparencyLog;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// What others may have written into the guardian's log, and what they may not.
class NotesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  @TempDir Path root;
  private Home home;
  private SigningKey key;
  private Register register;
  private Notes notes;

  @BeforeEach
  void open() throws IOException {
    home = Home.opened(root.resolve("home"));
    key = SigningKey.of(home);
    register = new Register(home, CLOCK, key, Optional.empty());
    notes = new Notes(home, register);
  }

  @AfterEach
  void close() throws IOException {
    register.close();
  }

  private static ObjectNode event(long seq, String kind) {
    ObjectNode event = Json.object().put("seq", seq).put("at", "2026-01-02T03:04:05Z");
    event.put("kind", kind).put("change", "1").put("sha256", "a".repeat(64));
    return event.set("said", Json.object().put("words", "stop 2%").put("type", "Advanced"));
  }

  private static ObjectNode told(String log, ObjectNode... events) {
    ObjectNode body = Json.object().put("log", log);
    ArrayNode list = body.putArray("events");
    List.of(events).forEach(list::add);
    return body;
  }

  private List<String> types() throws IOException {
    register.close();
    List<String> types = new ArrayList<>();
    try (TransparencyLog log =
        TransparencyLog.open(home, key, CLOCK, entry -> types.add(entry.type()))) {
      assertThat(log.entries()).isEqualTo(types.size());
    }
    return types;
  }

  @Test
  void events_are_noted_once_and_in_order() throws IOException {
    notes.take(told("changes", event(0, "Requested"), event(1, "Planned")));
    notes.take(told("changes", event(1, "Planned"), event(2, "Edited")));
    notes.take(told("trader", event(7, "Halted")));
    assertThat(notes.next().path("next").path("changes").asInt()).isEqualTo(3);
    assertThat(notes.next().path("next").path("trader").asInt()).isEqualTo(8);
    assertThat(types()).containsExactly("Configured", "Noted", "Noted", "Noted", "Noted");
  }

  @Test
  void nothing_that_is_noted_moves_a_release_or_looks_like_an_entry_of_the_guardians_own()
      throws IOException {
    ObjectNode forged = event(0, "Advanced").put("commit", "c".repeat(40)).put("type", "Seeded");
    notes.take(told("changes", forged));
    assertThat(register.known().main()).isEmpty();
    assertThat(register.known().seeded()).isEmpty();
    assertThat(types()).containsExactly("Configured", "Noted");
  }

  @Test
  void what_is_no_event_is_refused_and_says_what_to_send() {
    assertThatThrownBy(() -> notes.take(told("guardian", event(0, "Judged"))))
        .isInstanceOf(DoorError.class)
        .hasMessageContaining("there is no log guardian");
    ObjectNode undigested = event(0, "Requested").put("sha256", "no digest");
    assertThatThrownBy(() -> notes.take(told("changes", undigested)))
        .hasMessageContaining("64 hexadecimal digits");
    ObjectNode[] many = new ObjectNode[Notes.MOST + 1];
    java.util.Arrays.setAll(many, i -> event(i, "Requested"));
    assertThatThrownBy(() -> notes.take(told("changes", many))).hasMessageContaining("at most 200");
    ObjectNode endless = event(0, "Requested");
    endless.set("said", Json.object().put("words", "x".repeat(100_000)));
    assertThatThrownBy(() -> notes.take(told("changes", endless)))
        .hasMessageContaining("characters");
  }

  @Test
  void settings_are_noted_when_they_are_others_than_last_time() throws IOException {
    notes.configuration();
    notes.configuration();
    Files.writeString(home.config(), "{\"limits.daily-loss\":0.1}");
    notes.take(told("changes"));
    notes.configuration();
    Files.writeString(home.config(), "{not json");
    notes.configuration();
    assertThat(types()).containsExactly("Configured", "Configured", "Configured");
  }
}
