package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeEvent.Cause;
import sorte.change.log.State;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// Takes back a release that is already stable: what was stable before it runs again at once, then
/// a change of its own brings `main` to what runs: the guardian restores what it judged before.
final class PutBack {
  private final Commander commander;
  private final House house;

  PutBack(Commander commander, House house) {
    this.commander = commander;
    this.house = house;
  }

  static Optional<Change> latestPromoted(List<Change> all) {
    return all.reversed().stream()
        .filter(c -> c.state() == State.PROMOTED && !Plans.putsBack(planned(c)))
        .findFirst();
  }

  private static JsonNode planned(Change change) {
    return change.last(ChangeEvent.Planned.class).orElseThrow().plan();
  }

  Change of(Change promoted, String by) {
    Change latest = latestPromoted(house.log().all()).orElse(promoted);
    if (!latest.id().equals(promoted.id())) {
      throw DoorError.conflict(
              "not-the-latest",
              "change " + latest.id() + " was promoted over change " + promoted.id(),
              "take back change " + latest.id() + " first")
          .with(latest.id(), promoted.id());
    }
    house.turn().holder().ifPresent(PutBack::refuseWhileRollingOut);
    ChangeEvent.StepIntended first =
        (ChangeEvent.StepIntended)
            promoted.story().stream()
                .map(entry -> entry.event())
                .filter(ChangeEvent.StepIntended.class::isInstance)
                .findFirst()
                .orElseThrow();
    String over = first.over();
    if (over == null) {
      throw DoorError.conflict(
              "nothing-before",
              "nothing was stable before change " + promoted.id(),
              "ask for a change")
          .with(promoted.id());
    }
    ObjectNode undo = undo(promoted);
    house
        .log()
        .append(
            promoted.id(),
            new ChangeEvent.RollbackDecided(Cause.OWNER, "taken back by " + by, null));
    TraderDoor.Outcome outcome =
        house
            .trader()
            .putBack(
                promoted.id() + "-put-back", Recovery.FIRST, over, house.config().lossBudget());
    if (outcome.refused()) {
      throw DoorError.conflict("refused", outcome.reason(), "sorte status").with(outcome.reason());
    }
    house.step().after("effect:put-back");
    Change taken =
        house
            .log()
            .append(
                promoted.id(),
                new ChangeEvent.RolledBack(
                    Cause.OWNER, "taken back by " + by, outcome.bar(), outcome.micros()));
    follow(promoted, undo, by);
    return taken;
  }

  private static void refuseWhileRollingOut(String holder) {
    throw DoorError.conflict(
            "in-rollout",
            "change " + holder + " is in rollout over it",
            "take back change " + holder + " first")
        .with(holder);
  }

  ObjectNode undo(Change promoted) {
    String base = promoted.last(ChangeEvent.Planned.class).orElseThrow().base();
    JsonNode files = promoted.last(ChangeEvent.Edited.class).orElseThrow().files();
    return Patch.undo((ObjectNode) house.guardian().tree(base).path("files"), files);
  }

  /// The change of its own that brings `main` to what runs.
  void follow(Change promoted, ObjectNode undo, String by) {
    String lang = promoted.requested().lang();
    String words =
        Alerts.both("put-back.words", promoted.id())
            .getOrDefault(lang, "rollback " + promoted.id());
    Change back = house.log().begin(new ChangeEvent.Requested(words, lang, by, "person", true));
    ObjectNode action = Json.object().put("do", "rollback").put("to", promoted.id());
    String main = Json.text(house.guardian().main(), "commit");
    house.log().append(back.id(), new ChangeEvent.Planned(Plans.single(lang, action), main));
    ObjectNode summary = Json.object();
    Alerts.both("put-back.words", promoted.id()).forEach(summary::put);
    back =
        house
            .log()
            .append(
                back.id(),
                new ChangeEvent.Edited(
                    promoted.last(ChangeEvent.Edited.class).orElseThrow().strategy(),
                    undo,
                    Patch.digest(undo),
                    summary,
                    null));
    commander.drive(back);
  }
}
