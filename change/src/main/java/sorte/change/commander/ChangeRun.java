package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeEvent.Cause;
import sorte.change.log.State;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// Drives one change, on a thread of its own. What to do next follows from its events alone, so
/// that a run that begins after a crash goes on where the last one ended.
final class ChangeRun implements Runnable {
  private static final System.Logger LOG = System.getLogger("sorte.commander");

  /// Between two tries at a door that does not answer.
  static final long RETRY_MILLIS = 500;

  /// Between two looks at what only a person can give.
  static final long WAIT_MILLIS = 500;

  /// Tries at an answer that is a fault of the answerer's, before the change fails.
  static final int TRIES = 3;

  private final String id;
  private final House house;
  private final ChangeStory story;
  private final RolloutRun rollout;
  private int faults;
  private volatile boolean stopped;
  private volatile @Nullable JsonNode plan;

  ChangeRun(String id, House house) {
    this.id = id;
    this.house = house;
    this.story = new ChangeStory(id, house);
    this.rollout = new RolloutRun(story, house);
  }

  /// Hands over the plan that the words were already understood as.
  ChangeRun planned(JsonNode understood) {
    this.plan = understood;
    return this;
  }

  void stop() {
    stopped = true;
    rollout.stop();
  }

  @Override
  public void run() {
    while (!stopped && !story.change().state().ended()) {
      try {
        next();
        faults = 0;
        house.alerts().over("door-" + id);
        house.alerts().over("log");
      } catch (DoorClosed closed) {
        LOG.log(System.Logger.Level.INFO, "change {0} waits: {1}", id, closed.getMessage());
        house
            .alerts()
            .raise(
                "door-" + id,
                "alert.waits",
                id,
                new Alerts.Recorded(String.valueOf(closed.getMessage())));
        pause(RETRY_MILLIS);
      } catch (DoorError error) {
        refused(error);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (UncheckedIOException unwritable) {
        // what cannot be written down is not done: the same step is taken again when the disk
        // allows
        house.alerts().raise("log", "alert.log", String.valueOf(unwritable.getMessage()));
        pause(RETRY_MILLIS);
      } catch (RuntimeException fault) {
        LOG.log(System.Logger.Level.ERROR, "change " + id + " failed", fault);
        fail("commander", String.valueOf(fault), null);
      }
    }
    if (!stopped) {
      end();
    }
  }

  /// Its last word: the lesson, and the place in the queue for the next.
  private void end() {
    rollout.stop();
    house.turn().leave(id);
    if (!story.change().has(ChangeEvent.LessonLearned.class)) {
      var lesson = house.memory().learn(story.change(), house.clock().instant().toString());
      story.append(new ChangeEvent.LessonLearned(Json.tree(lesson)));
    }
  }

  private void refused(DoorError error) {
    LOG.log(System.Logger.Level.WARNING, "change {0}: {1}", id, error.getMessage());
    faults++;
    if (error.status() < 500 || faults >= TRIES) {
      fail("door", error.what(), error.remedy());
    } else {
      pause(RETRY_MILLIS);
    }
  }

  /// A change that fails with something in the trader is taken back; one without simply ends.
  private void fail(String stage, String reason, @Nullable String remedy) {
    Change change = story.change();
    if (change.has(ChangeEvent.RollbackDecided.class)) {
      house.alerts().raise("rollback-" + id, "alert.rollback", id, new Alerts.Recorded(reason));
      pause(RETRY_MILLIS);
    } else if (change.has(ChangeEvent.StepIntended.class)) {
      story.append(
          new ChangeEvent.RollbackDecided(Cause.NOT_MEASURED, stage + ": " + reason, null));
    } else {
      story.append(new ChangeEvent.Failed(stage, reason, remedy));
    }
  }

  private void next() throws InterruptedException {
    Change change = story.change();
    if (change.has(ChangeEvent.RollbackDecided.class)) {
      rollout.finishRollback();
    } else if (!change.has(ChangeEvent.Planned.class)) {
      plan(change);
    } else if (change.isAfter(ChangeEvent.Planned.class, ChangeEvent.Edited.class)) {
      edit(change);
    } else if (Plans.putsBack(planned(change)) && !change.has(ChangeEvent.Judged.class)) {
      if (house.turn().take(id)) {
        restore(change);
      } else {
        queue(change);
      }
    } else if (change.isAfter(ChangeEvent.Edited.class, ChangeEvent.Judged.class)) {
      judge(change);
    } else if (needsApproval(change)) {
      approval(change);
    } else if (!house.turn().take(id)) {
      queue(change);
    } else if (change.isAfter(ChangeEvent.Judged.class, ChangeEvent.Committed.class)) {
      commit(change);
    } else {
      rollout.next(change);
    }
  }

  private void plan(Change change) {
    if (change.requested().submitted() != null) {
      story.append(new ChangeEvent.Planned(Submission.plan(change.requested()), base()));
      return;
    }
    JsonNode known = plan;
    if (known == null) {
      ChangeEvent.Requested asked = change.requested();
      known = house.mind().understand(asked.words(), asked.lang(), "");
    }
    if (!known.path("kind").asText().equals("plan")
        || Plans.edits(known).path("actions").isEmpty()) {
      story.append(
          new ChangeEvent.Failed(
              "plan", known.path("question").asText(known.path("reason").asText("-")), null));
      return;
    }
    story.append(new ChangeEvent.Planned(Plans.edits(known), base()));
  }

  private String base() {
    return Json.text(house.guardian().main(), "commit");
  }

  /// All actions of the plan, one after the other, become one patch; where one cannot be done, none
  /// is.
  private void edit(Change change) {
    ChangeEvent.Planned planned = change.last(ChangeEvent.Planned.class).orElseThrow();
    ChangeEvent.Submitted submitted = change.requested().submitted();
    if (submitted != null) {
      story.append(new Submission(house).onto(planned.base(), submitted, change.requested()));
      return;
    }
    ObjectNode base = (ObjectNode) house.guardian().tree(planned.base()).path("files");
    ObjectNode patch = Json.object();
    String strategy = house.inService();
    ArrayNode summaries = Json.MAPPER.createArrayNode();
    String expected = null;
    for (int i = 0; i < planned.plan().path("actions").size(); i++) {
      JsonNode answer =
          house.mind().edit(id, planned.plan(), i, planned.base(), Patch.on(base, patch), strategy);
      if (!answer.path("outcome").asText().equals("edited")) {
        notEdited(answer);
        return;
      }
      patch.setAll((ObjectNode) answer.path("files"));
      strategy = answer.path("strategy").asText(strategy);
      expected = answer.path("expected").asText(expected);
      summaries.add(answer.path("summary"));
    }
    story.append(
        new ChangeEvent.Edited(
            strategy, patch, Patch.digest(patch), Summaries.joined(summaries), expected));
  }

  private void notEdited(JsonNode answer) {
    String why =
        answer.path("reason").asText("").isEmpty()
            ? answer.path("question").asText("-")
            : answer.path("reason").asText();
    StringBuilder options = new StringBuilder();
    for (JsonNode option : answer.path("options")) {
      options.append(options.isEmpty() ? "" : " · ").append(option.asText());
    }
    story.append(
        new ChangeEvent.Failed("edit", why, options.isEmpty() ? null : options.toString()));
  }

  private static JsonNode planned(Change change) {
    return change.last(ChangeEvent.Planned.class).orElseThrow().plan();
  }

  /// What runs already comes back to `main`: the guardian restores it, asked twice or once.
  private void restore(Change change) {
    String taken = planned(change).path("actions").path(0).path("to").asText();
    String time = change.lastEntry(ChangeEvent.Planned.class).orElseThrow().at().toString();
    String commit = house.guardian().revert(taken, change, time);
    house.step().after("effect:revert");
    long bar =
        house
            .log()
            .of(taken)
            .flatMap(c -> c.last(ChangeEvent.RolledBack.class))
            .map(ChangeEvent.RolledBack::bar)
            .orElse(-1L);
    story.append(new ChangeEvent.Promoted(commit, bar));
  }

  private void judge(Change change) {
    story.append(house.guardian().judge(change));
  }

  private boolean needsApproval(Change change) {
    if (change.requested().approved() || change.has(ChangeEvent.Approved.class)) {
      return false;
    }
    JsonNode asked = change.last(ChangeEvent.Planned.class).orElseThrow().plan();
    return switch (house.config().autonomyLevel()) {
      case 0, 1 -> true;
      case 2 -> !Plans.parametersOnly(asked);
      default -> false;
    };
  }

  private void approval(Change change) throws InterruptedException {
    if (!change.has(ChangeEvent.ApprovalAsked.class)) {
      story.append(
          new ChangeEvent.ApprovalAsked("autonomy.level " + house.config().autonomyLevel()));
    }
    story.awaitNews(WAIT_MILLIS);
  }

  private void queue(Change change) throws InterruptedException {
    String before = house.turn().holder().orElse("-");
    if (!change.has(ChangeEvent.Queued.class)) {
      story.append(new ChangeEvent.Queued(before));
    }
    story.awaitNews(WAIT_MILLIS);
  }

  /// What was judged stands on a base; where `main` moved since, the change is edited and judged
  /// anew.
  private void commit(Change change) {
    ChangeEvent.Planned planned = change.last(ChangeEvent.Planned.class).orElseThrow();
    String main = base();
    if (!main.equals(planned.base()) && !change.has(ChangeEvent.Committed.class)) {
      story.append(new ChangeEvent.Planned(planned.plan(), main));
      return;
    }
    Map<String, String> trailers = new LinkedHashMap<>();
    trailers.put("Change", id);
    trailers.put("Request", Summaries.oneLine(change.requested().words()));
    trailers.put("Plan", Json.line(planned.plan().path("actions")));
    trailers.put(
        "Verdict",
        change.last(ChangeEvent.Judged.class).orElseThrow().verdict().path("verdict").asText());
    trailers.put("Origin", change.requested().origin());
    String time = change.lastEntry(ChangeEvent.Planned.class).orElseThrow().at().toString();
    String commit = house.guardian().commit(change, Summaries.subject(change), time, trailers);
    house.step().after("effect:commit");
    story.append(new ChangeEvent.Committed(commit));
  }

  /// The owner's no, or the way back: acts at once, whatever the run is waiting for.
  Change takeBack(Cause cause, String by, String reason) {
    synchronized (story) {
      Change change = story.change();
      if (change.state().ended()) {
        return change;
      }
      if (!change.has(ChangeEvent.StepIntended.class)) {
        return story.append(
            change.state() == State.WAITING
                ? new ChangeEvent.Rejected(by)
                : new ChangeEvent.Withdrawn(by));
      }
      if (!change.has(ChangeEvent.RollbackDecided.class)) {
        story.append(new ChangeEvent.RollbackDecided(cause, reason, null));
      }
      return rollout.finishRollback();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
