package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.Entry;

/// Settles, at a start, what an earlier process left half done: an intention without an outcome is
/// settled by asking the owner of the effect. Says of each change whether it goes on or was undone.
final class Recovery {
  private static final System.Logger LOG = System.getLogger("sorte.commander");

  /// An intention older than this is not repeated: the market has moved on.
  static final Duration YOUNG = Duration.ofMinutes(10);

  private final House house;

  Recovery(House house) {
    this.house = house;
  }

  /// The release in the guardian's `main` becomes stable where the trader has none yet.
  void firstStable() {
    if (house.trader().stable().isPresent()) {
      return;
    }
    String artifact = house.guardian().main().path("artifact").asText();
    TraderDoor.Outcome outcome =
        house
            .trader()
            .load("first-" + artifact, FIRST, artifact, "stable", 1, house.config().lossBudget());
    if (outcome.refused()) {
      house.alerts().raise("first", "alert.no-stable", new Alerts.Recorded(outcome.reason()));
      LOG.log(System.Logger.Level.ERROR, "no stable release: {0}", outcome.reason());
    }
  }

  /// The change that the first release counts as.
  static final String FIRST = "0";

  /// What runs without the guardian's word is stopped: a canary goes, a stable release is halted.
  void attested() {
    for (JsonNode slot : house.trader().status().path("slots")) {
      String artifact = slot.path("artifact").asText("");
      String change = slot.path("change").asText("");
      if (artifact.isEmpty() || known(change, artifact)) {
        continue;
      }
      house.alerts().raise("unattested-" + change, "alert.unattested", change, artifact);
      if (slot.path("slot").asText().equals("stable")) {
        house.trader().act("halt", "unattested-" + artifact);
      } else {
        notAttested(change, artifact);
      }
    }
  }

  private void notAttested(String change, String artifact) {
    String reason = "the guardian's log has no leaf of " + artifact;
    if (house.log().of(change).filter(c -> !c.state().ended()).isPresent()) {
      house
          .log()
          .append(
              change,
              new ChangeEvent.RollbackDecided(ChangeEvent.Cause.NOT_ATTESTED, reason, null));
    }
    house.trader().rollback(change + "-unattested", change, reason, true);
  }

  private boolean known(String change, String artifact) {
    if (artifact.equals(house.guardian().main().path("artifact").asText())) {
      return true;
    }
    Optional<ChangeEvent.Judged> verdict = house.guardian().verdict(change);
    if (verdict.filter(v -> v.attested() && artifact.equals(v.artifact())).isPresent()) {
      return true;
    }
    boolean wasStable =
        house.log().all().stream()
            .flatMap(c -> c.last(ChangeEvent.StepIntended.class).stream())
            .anyMatch(step -> artifact.equals(step.over()));
    if (wasStable) {
      return true; // in service before, when it was checked: the version that a rollback puts back
    }
    return house.log().all().stream()
        .filter(c -> c.has(ChangeEvent.Promoted.class))
        .map(c -> house.guardian().verdict(c.id()))
        .flatMap(Optional::stream)
        .anyMatch(v -> v.attested() && artifact.equals(v.artifact()));
  }

  /// Settles one change that had not ended.
  void settle(Change change) {
    Entry last = change.story().getLast();
    if (change.has(ChangeEvent.StepIntended.class)) {
      house.turn().take(change.id());
    }
    if (change.has(ChangeEvent.RollbackDecided.class)) {
      said(change, "undone", last);
      return;
    }
    if (tooOld(change)) {
      undo(change, last);
      return;
    }
    if (promotionOpen(change) && !stableIs(change)) {
      boolean owners =
          change.last(ChangeEvent.PromotionDecided.class).orElseThrow().grounds().equals("owner");
      if (owners) {
        house.alerts().raise("recovered-" + change.id(), "alert.went-on", change.id(), last.type());
        return;
      }
    } else if (promotionOpen(change)) {
      house.alerts().raise("recovered-" + change.id(), "alert.went-on", change.id(), last.type());
      return;
    }
    said(change, "went-on", last);
  }

  /// `Recovered` behind a `PromotionDecided` voids it: the promotion is judged again.
  private void said(Change change, String how, Entry last) {
    house.log().append(change.id(), new ChangeEvent.Recovered(how, last.type()));
    house.step().after("log:Recovered");
    house.alerts().raise("recovered-" + change.id(), "alert." + how, change.id(), last.type());
  }

  /// Its content did no wrong and is not barred: the same words may be asked again.
  private void undo(Change change, Entry last) {
    said(change, "undone", last);
    house
        .log()
        .append(change.id(), new ChangeEvent.Undone(last.type() + " had no outcome in time"));
  }

  /// The first step was intended long ago, and the trader never took it.
  private boolean tooOld(Change change) {
    if (!RolloutSteps.unsettled(change) || change.has(ChangeEvent.StepTaken.class)) {
      return false;
    }
    Instant intended = change.lastEntry(ChangeEvent.StepIntended.class).orElseThrow().at();
    boolean old = Duration.between(intended, house.clock().instant()).compareTo(YOUNG) > 0;
    return old && house.trader().slotOf(change.id()).isEmpty();
  }

  private static boolean promotionOpen(Change change) {
    return change.isAfter(ChangeEvent.PromotionDecided.class, ChangeEvent.Promoted.class)
        && change.isAfter(ChangeEvent.PromotionDecided.class, ChangeEvent.Recovered.class);
  }

  private boolean stableIs(Change change) {
    return house
        .trader()
        .stable()
        .filter(slot -> slot.path("change").asText().equals(change.id()))
        .isPresent();
  }
}
