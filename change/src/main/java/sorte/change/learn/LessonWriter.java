package sorte.change.learn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.observe.Reasons;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// Puts an ended change into one paragraph, in both languages.
final class LessonWriter {
  private static final String WORDS = "sorte/change/learn/words";

  private LessonWriter() {}

  static Lesson of(Change change, String at) {
    JsonNode plan =
        change.last(ChangeEvent.Planned.class).map(ChangeEvent.Planned::plan).orElse(Json.object());
    JsonNode analysis =
        change
            .last(ChangeEvent.Analysed.class)
            .map(ChangeEvent.Analysed::analysis)
            .orElse(Json.object());
    return new Lesson(
        Lesson.FORMAT,
        change.id(),
        at,
        Memory.strategyOf(change),
        Topics.of(plan),
        change.requested().words(),
        change.state().word(),
        analysis,
        Map.of("pt", said(change, analysis, "pt"), "en", said(change, analysis, "en")));
  }

  private static String said(Change change, JsonNode analysis, String language) {
    Phrasebook book = Phrasebook.load(WORDS, language);
    String strategy = Memory.strategyOf(change);
    String which =
        strategy.equals(Memory.NOT_EDITED)
            ? book.say("lesson.change", change.id())
            : book.say("lesson.change-of", change.id(), strategy);
    String outcome =
        book.say("lesson." + change.state().word(), which, Reasons.said(reason(change), language));
    String seen = analysis.path("text").path(language).asText("");
    return seen.isEmpty() ? outcome : outcome + " " + seen;
  }

  private static String reason(Change change) {
    return switch (change.state()) {
      case FAILED -> change.last(ChangeEvent.Failed.class).orElseThrow().reason();
      // what the judge saw follows behind
      case ABORTED -> "";
      case ROLLED_BACK ->
          change
              .last(ChangeEvent.RolledBack.class)
              .map(ChangeEvent.RolledBack::reason)
              .or(() -> change.last(ChangeEvent.Undone.class).map(ChangeEvent.Undone::reason))
              .orElse("-");
      case REJECTED -> findings(change);
      case PLANNED, WAITING, EDITING, VERIFYING, SHADOW, CANARY, PROMOTED, WITHDRAWN -> "-";
    };
  }

  /// The first gate that did not pass, or the owner.
  private static String findings(Change change) {
    JsonNode gates =
        change
            .last(ChangeEvent.Judged.class)
            .map(judged -> judged.verdict().path("gates"))
            .orElse(Json.object());
    for (JsonNode gate : gates) {
      String outcome = gate.path("outcome").asText();
      if (outcome.equals("fail") || outcome.equals("inconclusive")) {
        JsonNode finding = gate.path("findings").path(0);
        return gate.path("gate").asText() + ": " + finding.path("what").asText("-");
      }
    }
    return change.last(ChangeEvent.Rejected.class).map(ChangeEvent.Rejected::by).orElse("-");
  }
}
