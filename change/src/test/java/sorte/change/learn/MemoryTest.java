package sorte.change.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeEvent.Cause;
import sorte.change.log.ChangeLog;
import sorte.trading.door.Json;

class MemoryTest {
  private static final String AT = "2026-11-01T00:00:00Z";

  @TempDir private Path folder;

  private static JsonNode plan(String actions) {
    return Json.read(
        "{'language':'en','kind':'plan','actions':[%s]}".formatted(actions).replace('\'', '"'));
  }

  private static final JsonNode STOP =
      plan("{'do':'set-parameter','parameter':'stop-loss','value':0.02}");
  private static final JsonNode RSI =
      plan(
          "{'do':'add-condition','on':'entry','when':[{'left':{'indicator':'rsi'},'op':'<','right':{'number':35}}]}");

  /// Changes of `ema-cross`, one for each plan, all taken back by the judge.
  private Memory learned(JsonNode... plans) throws IOException {
    Memory memory = Memory.open(folder.resolve("lessons.log"));
    try (ChangeLog log = ChangeLog.open(folder.resolve("changes.log"), () -> Instant.parse(AT))) {
      for (JsonNode plan : plans) {
        Change change = log.begin(new ChangeEvent.Requested("w", "pt", "cli", "person", false));
        log.append(change.id(), new ChangeEvent.Planned(plan, "c0"));
        log.append(
            change.id(),
            new ChangeEvent.Edited("ema-cross", Json.object(), "d", Json.object(), null));
        memory.learn(
            log.append(change.id(), new ChangeEvent.RolledBack(Cause.JUDGE, "worse", 1, 1)), AT);
      }
    }
    return memory;
  }

  @Test
  void lessons_of_the_same_parameter_are_found_and_others_are_not() throws IOException {
    try (Memory memory = learned(STOP, RSI, STOP)) {
      assertThat(memory.recall(STOP, "ema-cross"))
          .extracting(Lesson::change)
          .containsExactly("3", "1");
      assertThat(memory.recall(RSI, "ema-cross")).extracting(Lesson::change).containsExactly("2");
      assertThat(memory.recall(STOP, "macd-cross")).isEmpty();
    }
  }

  @Test
  void no_more_than_three_are_told() throws IOException {
    try (Memory memory = learned(STOP, STOP, STOP, STOP, STOP)) {
      assertThat(memory.recall(STOP, "ema-cross"))
          .extracting(Lesson::change)
          .containsExactly("5", "4", "3");
    }
  }

  @Test
  void lessons_are_there_after_the_memory_was_opened_again() throws IOException {
    Lesson before;
    try (Memory memory = learned(RSI)) {
      before = memory.recall(RSI, "ema-cross").getFirst();
    }
    try (Memory memory = Memory.open(folder.resolve("lessons.log"))) {
      assertThat(memory.recall(RSI, "ema-cross")).containsExactly(before);
      assertThat(before.text().get("pt")).contains("juiz");
      assertThat(before.text().get("en")).contains("judge");
      assertThat(before.topics()).containsExactly("rsi");
    }
  }

  @Test
  void a_change_that_never_came_to_an_edit_is_told_without_a_strategy() throws IOException {
    try (Memory memory = Memory.open(folder.resolve("lessons.log"));
        ChangeLog log = ChangeLog.open(folder.resolve("changes.log"), () -> Instant.parse(AT))) {
      Change change = log.begin(new ChangeEvent.Requested("w", "pt", "cli", "person", false));
      log.append(change.id(), new ChangeEvent.Planned(STOP, "c0"));
      Change failed = log.append(change.id(), new ChangeEvent.Failed("edit", "too far", null));
      Lesson lesson = memory.learn(failed, AT);
      assertThat(lesson.text().get("en")).isEqualTo("Change 1 failed: too far");
      assertThat(lesson.text().get("pt")).isEqualTo("A mudança 1 falhou: too far");
    }
  }

  @Test
  void learning_twice_writes_once() throws IOException {
    try (Memory memory = learned(STOP);
        ChangeLog log = ChangeLog.open(folder.resolve("changes.log"), () -> Instant.parse(AT))) {
      memory.learn(log.of("1").orElseThrow(), AT);
      assertThat(memory.recall(STOP, "ema-cross")).hasSize(1);
    }
  }
}
