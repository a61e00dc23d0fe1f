package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeEvent.Cause;

/// A rollout's steps: each is intended, then taken at the trader, or refused by it.
final class RolloutSteps {
  private final ChangeStory story;
  private final House house;

  RolloutSteps(ChangeStory story, House house) {
    this.story = story;
    this.house = house;
  }

  /// Intended, and neither taken nor refused.
  static boolean unsettled(Change change) {
    return change.isAfter(ChangeEvent.StepIntended.class, ChangeEvent.StepTaken.class)
        && change.isAfter(ChangeEvent.StepIntended.class, ChangeEvent.StepRefused.class);
  }

  void intend(String step, double share) {
    String over = house.trader().stable().map(slot -> slot.path("artifact").asText()).orElse(null);
    String commandId = story.id() + "-" + step + (share > 0 ? "-" + Math.round(share * 100) : "");
    story.append(new ChangeEvent.StepIntended(step, share, commandId, over));
  }

  /// @param seen pairs that were seen up to now
  void take(Change change, long seen) {
    synchronized (story) {
      if (story.change().has(ChangeEvent.RollbackDecided.class)) {
        return;
      }
      ChangeEvent.StepIntended step = change.last(ChangeEvent.StepIntended.class).orElseThrow();
      TraderDoor.Outcome outcome = taken(change, step);
      house.step().after("effect:" + step.step());
      if (outcome.refused()) {
        story.append(new ChangeEvent.StepRefused(step.step(), step.share(), outcome.reason()));
        if (!step.step().equals("canary")) {
          story.append(new ChangeEvent.RollbackDecided(Cause.FAULT, outcome.reason(), null));
        }
        return;
      }
      double share = step.share();
      double allocation = 0;
      Optional<JsonNode> slot = house.trader().slotOf(story.id());
      if (share > 0 && slot.isPresent()) {
        // the trader may have raised it, so that the venue's least order fits
        share = House.number(slot.get().path("share"));
        allocation = House.number(slot.get().path("equity"));
      }
      story.append(new ChangeEvent.StepTaken(step.step(), share, outcome.bar(), seen, allocation));
    }
  }

  /// What an owner puts back and runs already is not loaded over itself: that would run its
  /// position off.
  private TraderDoor.Outcome taken(Change change, ChangeEvent.StepIntended step) {
    TraderDoor trader = house.trader();
    if (step.step().equals("canary")) {
      return trader.share(step.commandId(), story.id(), step.share());
    }
    String artifact = artifact(change);
    Optional<JsonNode> stable = trader.stable();
    if (step.step().equals("stable")
        && stable.filter(s -> s.path("artifact").asText().equals(artifact)).isPresent()) {
      return new TraderDoor.Outcome("loaded", "", trader.status().path("bar").asLong(-1), -1);
    }
    double budget = house.config().lossBudget();
    return trader.load(step.commandId(), story.id(), artifact, step.step(), step.share(), budget);
  }

  private static String artifact(Change change) {
    String artifact = change.last(ChangeEvent.Judged.class).orElseThrow().artifact();
    if (artifact == null) {
      throw new IllegalStateException(
          "change " + change.id() + " was approved without an artefact");
    }
    return artifact;
  }
}
