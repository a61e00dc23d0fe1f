package sorte.change.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run of the loop, as its events tell it. Immutable: a new event gives a new one.
public record Change(String id, List<Entry> story) {
  public Change {
    story = List.copyOf(story);
    if (story.isEmpty() || !(story.getFirst().event() instanceof ChangeEvent.Requested)) {
      throw new IllegalArgumentException("change " + id + " does not begin with a request");
    }
  }

  Change with(Entry entry) {
    List<Entry> longer = new ArrayList<>(story);
    longer.add(entry);
    return new Change(id, longer);
  }

  public ChangeEvent.Requested requested() {
    return last(ChangeEvent.Requested.class).orElseThrow();
  }

  /// The latest event of a kind.
  public <T extends ChangeEvent> Optional<T> last(Class<T> kind) {
    return lastEntry(kind).map(entry -> kind.cast(entry.event()));
  }

  public Optional<Entry> lastEntry(Class<? extends ChangeEvent> kind) {
    for (Entry entry : story.reversed()) {
      if (kind.isInstance(entry.event())) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /// Every analysis of it, in order.
  public List<JsonNode> analyses() {
    List<JsonNode> analyses = new ArrayList<>();
    for (Entry entry : story) {
      if (entry.event() instanceof ChangeEvent.Analysed analysed) {
        analyses.add(analysed.analysis());
      }
    }
    return analyses;
  }

  public boolean has(Class<? extends ChangeEvent> kind) {
    return lastEntry(kind).isPresent();
  }

  /// Whether the latest event of `kind` came after the latest of `other` (or there is none of the
  /// other).
  public boolean isAfter(Class<? extends ChangeEvent> kind, Class<? extends ChangeEvent> other) {
    long mine = lastEntry(kind).map(Entry::seq).orElse(-1L);
    long theirs = lastEntry(other).map(Entry::seq).orElse(-1L);
    return mine > theirs;
  }

  /// Share of the capital that the trader confirmed; 0 in shadow and before.
  public double share() {
    return last(ChangeEvent.StepTaken.class).map(ChangeEvent.StepTaken::share).orElse(0.0);
  }

  public State state() {
    State state = State.PLANNED;
    State before = State.PLANNED;
    for (Entry entry : story) {
      State next = after(state, before, entry.event());
      if (next == State.WAITING && state != State.WAITING) {
        before = state;
      }
      state = next;
    }
    return state;
  }

  private static State after(State state, State before, ChangeEvent event) {
    return switch (event) {
      case ChangeEvent.Requested _ -> State.PLANNED;
      case ChangeEvent.Planned _ -> State.EDITING;
      case ChangeEvent.Edited _ -> State.VERIFYING;
      case ChangeEvent.Judged judged -> judged.approved() ? State.VERIFYING : State.REJECTED;
      case ChangeEvent.ApprovalAsked _, ChangeEvent.Queued _, ChangeEvent.OwnerAsked _ ->
          State.WAITING;
      case ChangeEvent.Approved _, ChangeEvent.OwnerAnswered _ ->
          state == State.WAITING ? before : state;
      case ChangeEvent.Rejected _ -> State.REJECTED;
      case ChangeEvent.Committed _ -> State.VERIFYING;
      case ChangeEvent.StepTaken taken -> taken.share() > 0 ? State.CANARY : State.SHADOW;
      case ChangeEvent.Promoted _ -> State.PROMOTED;
      case ChangeEvent.RolledBack back ->
          back.cause() == ChangeEvent.Cause.JUDGE ? State.ABORTED : State.ROLLED_BACK;
      case ChangeEvent.Undone _ -> State.ROLLED_BACK;
      case ChangeEvent.Withdrawn _ -> State.WITHDRAWN;
      case ChangeEvent.Failed _ -> State.FAILED;
      case ChangeEvent.StepIntended _,
          ChangeEvent.StepRefused _,
          ChangeEvent.Deepened _,
          ChangeEvent.Analysed _,
          ChangeEvent.PromotionDecided _,
          ChangeEvent.RollbackDecided _,
          ChangeEvent.Recovered _,
          ChangeEvent.LessonLearned _ ->
          state;
    };
  }
}
