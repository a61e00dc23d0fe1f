package sorte.change.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.change.log.ChangeEvent.Cause;
import sorte.trading.door.Json;

class ChangeLogTest {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final JsonNode NODE = Json.object().put("a", 1);

  @TempDir private Path folder;

  /// One event of each kind, in the shape of format 1.
  private static List<ChangeEvent> everyKind() {
    return List.of(
        new ChangeEvent.Requested("stop 2%", "en", "cli", "person", false),
        new ChangeEvent.Planned(NODE, "c0"),
        new ChangeEvent.Edited("ema-cross", NODE, "d1", NODE, null),
        new ChangeEvent.Judged(NODE, "a1", true, "+1"),
        new ChangeEvent.Deepened(NODE, true),
        new ChangeEvent.ApprovalAsked("autonomy.level 1"),
        new ChangeEvent.Approved("cli"),
        new ChangeEvent.Rejected("cli"),
        new ChangeEvent.Queued("1"),
        new ChangeEvent.Committed("c1"),
        new ChangeEvent.StepIntended("canary", 0.05, "1-canary-5", "a0"),
        new ChangeEvent.StepTaken("canary", 0.05, 7, 100, 500.25),
        new ChangeEvent.StepRefused("canary", 0.05, "too small"),
        new ChangeEvent.Analysed(NODE),
        new ChangeEvent.OwnerAsked("keep?", NODE),
        new ChangeEvent.OwnerAnswered("wait", "cli"),
        new ChangeEvent.PromotionDecided("evidence", NODE),
        new ChangeEvent.Promoted("c1", 9),
        new ChangeEvent.RollbackDecided(Cause.JUDGE, "worse", NODE),
        new ChangeEvent.RolledBack(Cause.JUDGE, "worse", 9, 40),
        new ChangeEvent.Undone("old"),
        new ChangeEvent.Withdrawn("cli"),
        new ChangeEvent.Failed("edit", "no", null),
        new ChangeEvent.Recovered("went-on", "Edited"),
        new ChangeEvent.LessonLearned(NODE));
  }

  @Test
  void lines_that_the_first_format_wrote_always_load() throws IOException {
    List<ChangeEvent> loaded = new ArrayList<>();
    for (String line : golden()) {
      loaded.add(ChangeLog.read(loaded.size(), line.getBytes(StandardCharsets.UTF_8)).event());
    }
    assertThat(loaded).isEqualTo(everyKind());
  }

  @Test
  void events_are_written_as_the_golden_file_shows() throws IOException {
    List<String> written =
        everyKind().stream()
            .map(e -> new String(ChangeLog.written(AT, "1", e), StandardCharsets.UTF_8))
            .toList();
    if (Boolean.getBoolean("golden.write")) {
      Files.write(Path.of("src/test/resources/sorte/change/log/changes-v1.jsonl"), written);
    }
    assertThat(written).isEqualTo(golden());
  }

  @Test
  void the_golden_file_has_every_kind_of_event() {
    Set<String> kinds = new TreeSet<>();
    for (Class<?> kind : ChangeEvent.class.getPermittedSubclasses()) {
      kinds.add(kind.getSimpleName());
    }
    Set<String> shown = new TreeSet<>();
    everyKind().forEach(e -> shown.add(e.getClass().getSimpleName()));
    assertThat(shown).isEqualTo(kinds).isNotEmpty();
  }

  private static List<String> golden() throws IOException {
    try (InputStream in = ChangeLogTest.class.getResourceAsStream("changes-v1.jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void a_field_that_is_not_known_any_more_is_passed_over() throws IOException {
    String line =
        "{\"v\":1,\"at\":\"2026-11-01T00:00:00Z\",\"change\":\"1\",\"type\":\"Approved\",\"by\":\"x\",\"old\":1}";
    assertThat(ChangeLog.read(0, line.getBytes(StandardCharsets.UTF_8)).event())
        .isEqualTo(new ChangeEvent.Approved("x"));
  }

  @Test
  void a_line_of_a_newer_format_stops_with_its_number() {
    String line =
        "{\"v\":2,\"at\":\"2026-11-01T00:00:00Z\",\"change\":\"1\",\"type\":\"Approved\"}";
    assertThatThrownBy(() -> ChangeLog.read(41, line.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("event 41")
        .hasMessageContaining("newer");
  }

  @Test
  void a_change_is_the_same_after_the_log_was_opened_again() throws IOException {
    Path file = folder.resolve("changes.log");
    Change before;
    try (ChangeLog log = ChangeLog.open(file, () -> AT)) {
      log.begin(new ChangeEvent.Requested("a", "en", "cli", "person", false));
      log.begin(new ChangeEvent.Requested("b", "pt", "cli", "person", false));
      before = log.append("2", new ChangeEvent.Planned(NODE, "c0"));
    }
    try (ChangeLog log = ChangeLog.open(file, () -> AT)) {
      assertThat(log.of("2")).contains(before);
      assertThat(before.state()).isEqualTo(State.EDITING);
      assertThat(log.begin(new ChangeEvent.Requested("c", "pt", "cli", "person", false)).id())
          .isEqualTo("3");
    }
  }

  @Test
  void a_change_that_waited_is_where_it_was_after_the_yes() throws IOException {
    try (ChangeLog log = ChangeLog.open(folder.resolve("changes.log"), () -> AT)) {
      log.begin(new ChangeEvent.Requested("a", "en", "cli", "person", false));
      log.append("1", new ChangeEvent.StepTaken("canary", 0.05, 1, 100, 500));
      assertThat(log.append("1", new ChangeEvent.OwnerAsked("?", NODE)).state())
          .isEqualTo(State.WAITING);
      assertThat(log.append("1", new ChangeEvent.OwnerAnswered("wait", "cli")).state())
          .isEqualTo(State.CANARY);
    }
  }
}
