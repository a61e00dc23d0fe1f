package sorte.change.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Design;

/// One thing to do, of the closed set in `docs/contracts/plan.schema.json`. What the sentence did
/// not say is null.
public sealed interface Action {

  /// The strategy that the sentence names, if it names one.
  @Nullable String strategy();

  record SetParameter(
      @Nullable String strategy, @Nullable Side side, Parameter parameter, Setting value)
      implements Action {}

  /// new = old × factor
  record ScaleParameter(
      @Nullable String strategy, @Nullable Side side, Parameter parameter, double factor)
      implements Action {}

  /// new = old + by
  record ShiftParameter(
      @Nullable String strategy, @Nullable Side side, Parameter parameter, double by)
      implements Action {}

  record AddCondition(@Nullable String strategy, Rule on, Side side, List<Condition> when)
      implements Action {
    public AddCondition {
      when = some(when);
    }
  }

  /// `indicator` is the code of an [IndicatorKind], or `volume`, or `price`.
  record RemoveCondition(
      @Nullable String strategy, @Nullable Rule on, @Nullable Side side, String indicator)
      implements Action {}

  record SetRule(@Nullable String strategy, Rule on, Side side, List<Condition> when)
      implements Action {
    public SetRule {
      when = some(when);
    }
  }

  /// A strategy from nothing. `name` is null where none was said; either list may be empty, not
  /// both, but where a `design` was described, which then is all of it.
  record CreateStrategy(
      @Nullable String name,
      @Nullable Side side,
      List<Condition> entry,
      List<Condition> exit,
      @Nullable Design design)
      implements Action {
    public CreateStrategy(
        @Nullable String name, @Nullable Side side, List<Condition> entry, List<Condition> exit) {
      this(name, side, entry, exit, null);
    }

    public CreateStrategy {
      entry = List.copyOf(entry);
      exit = List.copyOf(exit);
      if (entry.isEmpty() && exit.isEmpty() && design == null) {
        throw new IllegalArgumentException("a new strategy needs at least one condition");
      }
    }

    @Override
    public @Nullable String strategy() {
      return null;
    }
  }

  record Refactor(
      @Nullable String strategy, RefactoringKind kind, @Nullable String target, @Nullable String to)
      implements Action {}

  record OptimiseCode(@Nullable String strategy, @Nullable String target) implements Action {}

  record GenerateTests(@Nullable String strategy, @Nullable String target) implements Action {}

  record WriteCode(@Nullable String strategy, @Nullable String target, String instruction)
      implements Action {}

  record Evolve(@Nullable String strategy, Objective objective, Direction direction)
      implements Action {}

  record Backtest(@Nullable String strategy, @Nullable String change, @Nullable String since)
      implements Action {}

  record Deploy(
      @Nullable String strategy,
      @Nullable String change,
      @Nullable DeployMode mode,
      @Nullable Double share)
      implements Action {}

  /// `to` is `previous`, or the change or release named.
  record Rollback(@Nullable String strategy, String to) implements Action {}

  record Approve(@Nullable String strategy, @Nullable String change) implements Action {}

  record Reject(@Nullable String strategy, @Nullable String change) implements Action {}

  record PauseTrading(@Nullable String strategy) implements Action {}

  record ResumeTrading(@Nullable String strategy) implements Action {}

  record ClosePositions(@Nullable String strategy, @Nullable Side side) implements Action {}

  record StopEverything() implements Action {
    @Override
    public @Nullable String strategy() {
      return null;
    }
  }

  record Report(@Nullable String strategy, Topic about, @Nullable String since) implements Action {}

  record Explain(
      @Nullable String strategy, Topic about, @Nullable String change, @Nullable String since)
      implements Action {}

  record SetConfig(ConfigKey key, Setting value) implements Action {
    @Override
    public @Nullable String strategy() {
      return null;
    }
  }

  record Backup() implements Action {
    @Override
    public @Nullable String strategy() {
      return null;
    }
  }

  /// `to` is the backup named, null for the newest.
  record Restore(@Nullable String to) implements Action {
    @Override
    public @Nullable String strategy() {
      return null;
    }
  }

  private static List<Condition> some(List<Condition> when) {
    if (when.isEmpty()) {
      throw new IllegalArgumentException("a rule needs at least one condition");
    }
    return List.copyOf(when);
  }
}
