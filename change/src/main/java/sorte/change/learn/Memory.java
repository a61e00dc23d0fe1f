package sorte.change.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.trading.door.Json;
import sorte.trading.journal.AppendLog;

/// The lessons, in the order in which they were learned. One for each change; learning twice writes
/// once.
public final class Memory implements AutoCloseable {
  /// The most lessons recalled for one plan.
  public static final int RECALLED = 3;

  private final AppendLog file;
  private final List<Lesson> lessons = new ArrayList<>();

  private Memory(AppendLog file) {
    this.file = file;
  }

  public static Memory open(Path path) throws IOException {
    AppendLog file = AppendLog.open(path);
    Memory memory = new Memory(file);
    try {
      file.read(0, (number, payload) -> memory.lessons.add(read(number, payload)));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
    return memory;
  }

  private static Lesson read(long number, byte[] payload) throws IOException {
    try {
      Lesson lesson =
          Json.MAPPER.readValue(new String(payload, StandardCharsets.UTF_8), Lesson.class);
      if (lesson.v() < 1 || lesson.v() > Lesson.FORMAT) {
        throw new IOException(
            "lesson " + number + " has format " + lesson.v() + ": start the newer version");
      }
      return lesson;
    } catch (JsonProcessingException e) {
      throw new IOException("lesson " + number + ": " + e.getOriginalMessage(), e);
    }
  }

  /// Draws the lesson of an ended change and keeps it; the one already drawn where there is one.
  public synchronized Lesson learn(Change change, String at) {
    for (Lesson known : lessons) {
      if (known.change().equals(change.id())) {
        return known;
      }
    }
    Lesson lesson = LessonWriter.of(change, at);
    try {
      file.append(Json.bytes(lesson));
    } catch (IOException e) {
      throw new UncheckedIOException("the lessons cannot be written: " + e.getMessage(), e);
    }
    lessons.add(lesson);
    return lesson;
  }

  /// Lessons about the same strategy and at least one of the same topics: most topics shared first,
  /// newest first.
  public synchronized List<Lesson> recall(JsonNode plan, String strategy) {
    List<String> topics = Topics.of(plan);
    return lessons.reversed().stream()
        .filter(lesson -> lesson.strategy().equals(strategy) && shared(lesson, topics) > 0)
        .sorted(Comparator.comparingLong((Lesson lesson) -> -shared(lesson, topics)))
        .limit(RECALLED)
        .toList();
  }

  private static long shared(Lesson lesson, List<String> topics) {
    return lesson.topics().stream().filter(topics::contains).count();
  }

  /// Stands for the strategy of a change that never came to an edit.
  public static final String NOT_EDITED = "-";

  /// The strategy that a change is about, or [#NOT_EDITED].
  public static String strategyOf(Change change) {
    return change
        .last(ChangeEvent.Edited.class)
        .map(ChangeEvent.Edited::strategy)
        .orElse(NOT_EDITED);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
