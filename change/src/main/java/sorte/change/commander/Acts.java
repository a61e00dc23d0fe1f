package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeEvent.Cause;
import sorte.change.log.State;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// What the owner may do to changes and to trading, by button or by sentence.
final class Acts {
  static final String PREVIOUS = "previous";

  /// How long the answer to a yes waits for what it decides, in milliseconds.
  static final long SETTLE_MILLIS = 3_000;

  private final Commander commander;
  private final House house;

  Acts(Commander commander, House house) {
    this.commander = commander;
    this.house = house;
  }

  Change change(String id) {
    return house
        .log()
        .of(id)
        .orElseThrow(() ->
            DoorError.notFound("no-change", "there is no change " + id, "sorte changes lists them")
                .with(id));
  }

  /// A waiting change may go on; one that cannot be told is kept on the owner's word.
  Change approve(String id, String by) {
    Change change = change(id);
    if (askedOwner(change)) {
      return answered(change, "keep", by);
    }
    if (!change.has(ChangeEvent.ApprovalAsked.class) || change.state().ended()) {
      throw notWaiting(change);
    }
    return change.has(ChangeEvent.Approved.class)
        ? change
        : house.log().append(id, new ChangeEvent.Approved(by));
  }

  Change reject(String id, String by) {
    Change change = change(id);
    if (change.state().ended()) {
      throw notWaiting(change);
    }
    if (askedOwner(change)) {
      house.log().append(id, new ChangeEvent.OwnerAnswered("take-back", by));
    }
    return takeBack(change, by);
  }

  Change waitMore(String id, String by) {
    Change change = change(id);
    if (!askedOwner(change)) {
      throw notWaiting(change);
    }
    return answered(change, "wait", by);
  }

  private Change answered(Change change, String answer, String by) {
    Change answered = house.log().append(change.id(), new ChangeEvent.OwnerAnswered(answer, by));
    if (!answer.equals("keep")) {
      return answered;
    }
    JsonNode analysis = change.last(ChangeEvent.OwnerAsked.class).orElseThrow().analysis();
    return settled(
        house.log().append(change.id(), new ChangeEvent.PromotionDecided("owner", analysis)));
  }

  /// What became of a change that its run is about to end; where that takes long, the change as it
  /// is then.
  private Change settled(Change decided) {
    Change change = decided;
    long deadline = System.nanoTime() + SETTLE_MILLIS * 1_000_000;
    try {
      while (!change.state().ended() && System.nanoTime() < deadline) {
        house.log().await(change.id(), change.story().getLast().seq() + 1, SETTLE_MILLIS);
        change = change(change.id());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return change;
  }

  private static boolean askedOwner(Change change) {
    return !change.state().ended()
        && change.isAfter(ChangeEvent.OwnerAsked.class, ChangeEvent.OwnerAnswered.class);
  }

  private static DoorError notWaiting(Change change) {
    return DoorError.conflict(
            "not-waiting",
            "change " + change.id() + " is " + change.state().word() + " and waits for no answer",
            "sorte show " + change.id())
        .with(change.id(), change.state().word());
  }

  /// Takes back the change named, or the last one in force: from its slot at once, or, where it was
  /// promoted, by what was stable before it.
  Change rollback(String id, String by) {
    Change change = id.equals(PREVIOUS) ? lastInForce() : change(id);
    if (!change.state().ended()) {
      return takeBack(change, by);
    }
    if (change.state() != State.PROMOTED) {
      throw DoorError.conflict(
              "not-in-force",
              "change "
                  + change.id()
                  + " is "
                  + change.state().word()
                  + ": there is nothing to take back",
              "sorte changes")
          .with(change.id(), change.state().word());
    }
    return new PutBack(commander, house).of(change, by);
  }

  private Change lastInForce() {
    return house.log().all().reversed().stream()
        .filter(c -> !c.state().ended() && c.has(ChangeEvent.StepIntended.class))
        .findFirst()
        .or(this::lastPromoted)
        .orElseThrow(() ->
            DoorError.notFound(
                "nothing-in-force", "no change is in force", "sorte changes lists them"));
  }

  private Optional<Change> lastPromoted() {
    return PutBack.latestPromoted(house.log().all());
  }

  /// What could not be finished now (a process is away) the change's own run finishes.
  private Change takeBack(Change change, String by) {
    try {
      return commander
          .run(change.id())
          .orElseThrow(() ->
              DoorError.unavailable(
                      "starting", "change " + change.id() + " is being taken up", "ask again")
                  .with(change.id()))
          .takeBack(Cause.OWNER, by, "taken back by " + by);
    } catch (DoorClosed _) {
      return change(change.id());
    }
  }

  /// Pause, resume, halt, close: the trader's own acts, and the status after them.
  ObjectNode trader(String act, JsonNode body) {
    String id = body.path("commandId").asText("");
    house.trader().act(act, id.isEmpty() ? act + "-" + UUID.randomUUID() : id);
    return StatusJson.of(house);
  }

  ObjectNode trader(String act) {
    return trader(act, Json.object());
  }
}
