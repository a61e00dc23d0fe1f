package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sorte.change.learn.Memory;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.Entry;
import sorte.trading.door.Json;

/// A change and its events as the door shows them (docs/contracts/cli.md;
/// docs/openapi/commander.yaml).
final class ChangeJson {
  private ChangeJson() {}

  static ObjectNode of(Change change, Memory memory) {
    ObjectNode json = Json.object().put("id", change.id()).put("state", change.state().word());
    ChangeEvent.Requested asked = change.requested();
    json.put("words", asked.words())
        .put("lang", asked.lang())
        .put("from", asked.from())
        .put("origin", asked.origin())
        .put("at", change.story().getFirst().at().toString());
    json.set("plan", null);
    change.last(ChangeEvent.Planned.class).ifPresent(planned -> json.set("plan", planned.plan()));
    json.set("commit", null);
    change.last(ChangeEvent.Committed.class).ifPresent(c -> json.put("commit", c.commit()));
    json.set("verdict", null);
    change.last(ChangeEvent.Edited.class).ifPresent(edited -> edited(json, edited));
    change.last(ChangeEvent.Judged.class).ifPresent(judged -> judged(json, judged));
    change
        .last(ChangeEvent.Deepened.class)
        .ifPresent(deepened -> json.set("secondVerdict", deepened.verdict()));
    json.set("release", null);
    if (change.has(ChangeEvent.StepIntended.class)) {
      json.set("release", release(change));
    }
    waiting(json, change);
    change
        .last(ChangeEvent.Failed.class)
        .ifPresent(failed ->
            json.putObject("failure")
                .put("stage", failed.stage())
                .put("what", failed.reason())
                .put("remedy", failed.remedy()));
    change.last(ChangeEvent.LessonLearned.class).ifPresent(l -> json.set("lesson", l.lesson()));
    json.set("lessons", lessons(change, memory));
    return json;
  }

  private static void edited(ObjectNode json, ChangeEvent.Edited edited) {
    json.put("strategy", edited.strategy()).put("expected", edited.expected());
    json.set("summary", edited.summary());
  }

  private static void judged(ObjectNode json, ChangeEvent.Judged judged) {
    json.set("verdict", judged.verdict());
    json.put("artifact", judged.artifact()).put("diff", judged.diff());
  }

  private static ObjectNode release(Change change) {
    ObjectNode release = Json.object();
    release
        .put(
            "step",
            change
                .last(ChangeEvent.StepTaken.class)
                .map(ChangeEvent.StepTaken::step)
                .orElse("intended"))
        .put("share", change.share());
    release.set("analysis", null);
    change
        .last(ChangeEvent.Analysed.class)
        .ifPresent(analysed -> release.set("analysis", forPeople(analysed.analysis())));
    change
        .last(ChangeEvent.RollbackDecided.class)
        .ifPresent(back ->
            release
                .putObject("rollback")
                .put("cause", back.cause().name().toLowerCase(java.util.Locale.ROOT))
                .put("reason", back.reason())
                .set("text", EventText.of(back)));
    change
        .last(ChangeEvent.RolledBack.class)
        .ifPresent(back -> {
          release.put("rolledBackAt", back.bar());
          if (back.micros() > 0) { // else the trader had acted by itself, and it is not known
            release.put("micros", back.micros());
          }
        });
    change
        .last(ChangeEvent.PromotionDecided.class)
        .ifPresent(promotion -> release.put("grounds", promotion.grounds()));
    return release;
  }

  /// Without the pairs it was made of, which stand in the log.
  private static JsonNode forPeople(JsonNode analysis) {
    ObjectNode json = analysis.deepCopy();
    json.remove("shown");
    return json;
  }

  /// What a waiting change waits for: `approval`, `turn` or `answer`.
  private static void waiting(ObjectNode json, Change change) {
    if (change.state() != sorte.change.log.State.WAITING) {
      return;
    }
    String what = "approval";
    for (Entry entry : change.story()) {
      switch (entry.event()) {
        case ChangeEvent.ApprovalAsked _ -> what = "approval";
        case ChangeEvent.Queued _ -> what = "turn";
        case ChangeEvent.OwnerAsked _ -> what = "answer";
        default -> {
          // nothing else makes a change wait
        }
      }
    }
    json.put("waitingFor", what);
  }

  private static ArrayNode lessons(Change change, Memory memory) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    change
        .last(ChangeEvent.Planned.class)
        .ifPresent(planned ->
            memory.recall(planned.plan(), Memory.strategyOf(change)).stream()
                .filter(lesson -> !lesson.change().equals(change.id()))
                .forEach(lesson -> array.add(Json.tree(lesson))));
    return array;
  }

  /// One event: its own fields, its number, and a sentence in both languages.
  static ObjectNode event(Entry entry) {
    ObjectNode json =
        Json.object()
            .put("seq", entry.seq())
            .put("at", entry.at().toString())
            .put("change", entry.change());
    json.setAll((ObjectNode) sorte.change.log.ChangeLog.toJson(entry.event()));
    json.set("text", EventText.of(entry.event()));
    return json;
  }
}
