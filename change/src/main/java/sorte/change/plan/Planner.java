package sorte.change.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Design;
import sorte.change.edit.Edit;
import sorte.change.edit.NewStrategy;
import sorte.change.edit.Numbers;
import sorte.change.edit.RuleMethod;
import sorte.change.request.Action;
import sorte.change.request.Language;
import sorte.change.request.Parameter;
import sorte.change.request.Rule;
import sorte.change.request.Setting;
import sorte.change.request.Side;
import sorte.trading.words.Phrasebook;

/// Actions to typed edits. Several actions on one strategy become one list of edits.
public final class Planner {
  private static final String BOOK = "sorte/change/plan/words";

  private sealed interface Step {
    record Change(Edit edit, String effect) implements Step {}

    record Other(Planned planned) implements Step {}
  }

  /// The edits that `actions` ask for. One action among them that is no edit decides for all: the
  /// caller hands over what is to be edited.
  public Planned plan(List<Action> actions, Workspace workspace, Language language) {
    Phrasebook book = Phrasebook.load(BOOK, language.code());
    if (actions.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one action");
    }
    if (actions.size() == 1 && actions.getFirst() instanceof Action.CreateStrategy create) {
      return creation(create, workspace, book);
    }
    if (actions.size() == 1 && actions.getFirst() instanceof Action.GenerateTests tests) {
      return tests(tests, workspace, book);
    }
    String type = "";
    List<Edit> edits = new ArrayList<>();
    TreeSet<String> effects = new TreeSet<>();
    for (Action action : actions) {
      switch (step(action, workspace, book)) {
        case Step.Other(Planned planned) -> {
          return planned;
        }
        case Step.Change(Edit edit, String effect) -> {
          String named = named(action, workspace);
          String wanted = named == null ? workspace.inService() : named;
          Optional<String> of = workspace.find(wanted);
          if (of.isEmpty()) {
            return unknown(wanted, workspace, book);
          }
          if (!type.isEmpty() && !type.equals(of.get())) {
            return new Planned.Impossible(book.say("two-strategies", type, of.get()));
          }
          type = of.get();
          edits.add(edit);
          effects.add(effect);
        }
      }
    }
    List<String> said = effects.stream().map(e -> book.say(e)).toList();
    return new Planned.Edits(
        NewStrategy.kebab(type),
        Workspace.FOLDER + type + ".java",
        edits,
        String.join("; ", said) + ". " + book.say("measured"));
  }

  private static Planned creation(
      Action.CreateStrategy create, Workspace workspace, Phrasebook book) {
    String name = create.name();
    Design design = create.design();
    String kebab =
        name != null
            ? NewStrategy.kebab(name)
            : design == null
                ? OwnName.of(create.entry(), create.exit(), workspace.classNames())
                : OwnName.of(design, workspace.classNames());
    Side side = create.side();
    return new Planned.Creation(
        kebab,
        NewStrategy.isName(kebab) ? Workspace.path(kebab) : "",
        side == null ? Side.LONG : side,
        create.entry(),
        create.exit(),
        design,
        book.say("effect.create") + ". " + book.say("measured"));
  }

  private static Planned tests(Action.GenerateTests tests, Workspace workspace, Phrasebook book) {
    String target = tests.target() == null ? tests.strategy() : tests.target();
    String wanted = target == null ? workspace.inService() : target;
    Optional<String> of = workspace.find(wanted);
    return of.isEmpty()
        ? unknown(wanted, workspace, book)
        : new Planned.Tests(
            NewStrategy.kebab(of.get()),
            Workspace.FOLDER + of.get() + ".java",
            book.say("effect.tests"));
  }

  private static Planned unknown(String named, Workspace workspace, Phrasebook book) {
    List<String> there = new ArrayList<>(workspace.strategies());
    if (there.size() < 2) {
      return new Planned.Impossible(
          book.say("unknown-strategy.none", printable(named), String.join(", ", there)));
    }
    return new Planned.Question(book.say("unknown-strategy", printable(named)), there);
  }

  private static String printable(String name) {
    String shown = name.replaceAll("[^\\p{L}\\p{N} ._-]", "?");
    return shown.substring(0, Math.min(60, shown.length()));
  }

  /// The strategy that an action names; a refactoring may name it as what it is about.
  private static @Nullable String named(Action action, Workspace workspace) {
    return action instanceof Action.Refactor refactor
            && refactor.strategy() == null
            && refactor.target() instanceof String target
            && workspace.find(target).isPresent()
        ? target
        : action.strategy();
  }

  private static Step step(Action action, Workspace workspace, Phrasebook book) {
    return switch (action) {
      case Action.SetParameter set -> set(set, book);
      case Action.ScaleParameter scale ->
          new Step.Change(
              new Edit.ScaleParameter(scale.parameter(), Numbers.decimal(scale.factor())),
              effect(scale.parameter()));
      case Action.ShiftParameter shift ->
          new Step.Change(
              new Edit.ShiftParameter(shift.parameter(), Numbers.decimal(shift.by())),
              effect(shift.parameter()));
      case Action.AddCondition add ->
          new Step.Change(
              new Edit.AddCondition(RuleMethod.of(add.on(), add.side()), add.when()),
              add.on() == Rule.ENTRY ? "effect.fewer-entries" : "effect.earlier-exits");
      case Action.RemoveCondition remove ->
          new Step.Change(
              new Edit.RemoveCondition(remove.on(), remove.side(), remove.indicator()),
              remove.on() == Rule.EXIT ? "effect.later-exits" : "effect.more-entries");
      case Action.SetRule set ->
          new Step.Change(
              new Edit.SetRule(RuleMethod.of(set.on(), set.side()), set.when()),
              "effect.other-trades");
      case Action.CreateStrategy _ ->
          new Step.Other(new Planned.Impossible(book.say("create-alone")));
      case Action.WriteCode _ -> new Step.Other(new Planned.Impossible(book.say("no-model")));
      case Action.Evolve _ -> later("evolve", book);
      case Action.Refactor refactor -> refactor(refactor, workspace, book);
      case Action.GenerateTests _ ->
          new Step.Other(new Planned.Impossible(book.say("tests-alone")));
      case Action.OptimiseCode _ -> later("optimise-code", book);
      case Action.Backtest _ -> other("backtest");
      case Action.Deploy _ -> other("deploy");
      case Action.Rollback _ -> other("rollback");
      case Action.Approve _ -> other("approve");
      case Action.Reject _ -> other("reject");
      case Action.PauseTrading _ -> other("pause-trading");
      case Action.ResumeTrading _ -> other("resume-trading");
      case Action.ClosePositions _ -> other("close-positions");
      case Action.StopEverything _ -> other("stop-everything");
      case Action.Report _ -> other("report");
      case Action.Explain _ -> other("explain");
      case Action.SetConfig _ -> other("set-config");
      case Action.Backup _ -> other("backup");
      case Action.Restore _ -> other("restore");
    };
  }

  private static Step refactor(Action.Refactor refactor, Workspace workspace, Phrasebook book) {
    String said = refactor.target();
    Optional<String> type = said == null ? Optional.empty() : workspace.find(said);
    String member = type.isPresent() ? null : said;
    String target = type.isPresent() ? type.get() : said;
    String to = refactor.to();
    return switch (refactor.kind()) {
      case RENAME ->
          target == null || to == null
              ? new Step.Other(new Planned.Impossible(book.say("rename-what")))
              : new Step.Change(new Edit.Rename(target, to), "effect.none");
      case INLINE ->
          target == null
              ? new Step.Other(new Planned.Impossible(book.say("inline-what")))
              : new Step.Change(new Edit.Inline(target), "effect.none");
      case EXTRACT_CONSTANT -> new Step.Change(new Edit.ExtractConstants(member), "effect.none");
      case EXTRACT_METHOD -> new Step.Change(new Edit.ExtractMethod(to), "effect.none");
      case REMOVE_DEAD_CODE -> new Step.Change(new Edit.RemoveDeadCode(), "effect.dead-code");
      case SIMPLIFY -> new Step.Change(new Edit.Simplify(), "effect.none");
      case DOCUMENT -> new Step.Change(new Edit.Document(), "effect.none");
    };
  }

  private static Step later(String action, Phrasebook book) {
    return new Step.Other(new Planned.Impossible(book.say("later", action)));
  }

  private static Step other(String action) {
    return new Step.Other(new Planned.NotAnEdit(action));
  }

  private static Step set(Action.SetParameter set, Phrasebook book) {
    Parameter parameter = set.parameter();
    return switch (set.value()) {
      case Setting.Text(String hours) when parameter == Parameter.TRADING_HOURS ->
          new Step.Change(new Edit.SetTradingHours(hours), "effect.hours");
      case Setting.Text _ when parameter == Parameter.SYMBOL || parameter == Parameter.TIMEFRAME ->
          new Step.Other(new Planned.Impossible(book.say("belongs-elsewhere", parameter.code())));
      case Setting.Text _ ->
          new Step.Other(new Planned.Impossible(book.say("not-a-number", parameter.code())));
      case Setting.Amount _ when parameter == Parameter.TRADING_HOURS ->
          new Step.Other(new Planned.Impossible(book.say("hours-are-text")));
      case Setting.Amount(double amount) ->
          new Step.Change(
              new Edit.SetParameter(parameter, Numbers.decimal(amount)), effect(parameter));
    };
  }

  private static String effect(Parameter parameter) {
    return switch (parameter) {
      case STOP_LOSS, TRAILING_STOP, TAKE_PROFIT, TIME_STOP, ATR_MULTIPLIER -> "effect.exits";
      case POSITION_SIZE -> "effect.size";
      case COOLDOWN, TRADING_HOURS -> "effect.hours";
      default -> "effect.other-trades";
    };
  }
}
