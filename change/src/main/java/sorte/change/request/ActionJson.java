package sorte.change.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Design;

/// Actions as JSON and back.
final class ActionJson {
  private ActionJson() {}

  static ObjectNode write(Action action) {
    ObjectNode out = PlanJson.JSON.createObjectNode();
    out.put("do", name(action));
    text(out, "strategy", action.strategy());
    switch (action) {
      case Action.SetParameter a -> {
        text(out, "side", code(a.side()));
        out.put("parameter", a.parameter().code());
        setting(out, a.value());
      }
      case Action.ScaleParameter a -> {
        text(out, "side", code(a.side()));
        out.put("parameter", a.parameter().code());
        PlanJson.number(out, "factor", a.factor());
      }
      case Action.ShiftParameter a -> {
        text(out, "side", code(a.side()));
        out.put("parameter", a.parameter().code());
        PlanJson.number(out, "by", a.by());
      }
      case Action.AddCondition a -> rule(out, a.on(), a.side(), a.when());
      case Action.SetRule a -> rule(out, a.on(), a.side(), a.when());
      case Action.RemoveCondition a -> {
        text(out, "on", code(a.on()));
        text(out, "side", code(a.side()));
        out.put("indicator", a.indicator());
      }
      case Action.CreateStrategy a -> {
        text(out, "name", a.name());
        text(out, "side", code(a.side()));
        if (!a.entry().isEmpty()) {
          out.set("entry", ConditionJson.write(a.entry()));
        }
        if (!a.exit().isEmpty()) {
          out.set("exit", ConditionJson.write(a.exit()));
        }
        Design design = a.design();
        if (design != null) {
          out.set("design", DesignJson.write(design));
        }
      }
      case Action.Refactor a -> {
        out.put("kind", a.kind().code());
        text(out, "target", a.target());
        text(out, "to", a.to());
      }
      case Action.OptimiseCode a -> text(out, "target", a.target());
      case Action.GenerateTests a -> text(out, "target", a.target());
      case Action.WriteCode a -> {
        text(out, "target", a.target());
        out.put("instruction", a.instruction());
      }
      case Action.Evolve a -> {
        out.put("objective", a.objective().code());
        out.put("direction", a.direction().code());
      }
      case Action.Backtest a -> {
        text(out, "change", a.change());
        text(out, "since", a.since());
      }
      case Action.Deploy a -> {
        text(out, "change", a.change());
        text(out, "mode", code(a.mode()));
        Double share = a.share();
        if (share != null) {
          PlanJson.number(out, "share", share);
        }
      }
      case Action.Rollback a -> out.put("to", a.to());
      case Action.Approve a -> text(out, "change", a.change());
      case Action.Reject a -> text(out, "change", a.change());
      case Action.ClosePositions a -> text(out, "side", code(a.side()));
      case Action.Report a -> {
        out.put("about", a.about().code());
        text(out, "since", a.since());
      }
      case Action.Explain a -> {
        out.put("about", a.about().code());
        text(out, "change", a.change());
        text(out, "since", a.since());
      }
      case Action.SetConfig a -> {
        out.put("key", a.key().code());
        setting(out, a.value());
      }
      case Action.Restore a -> text(out, "to", a.to());
      case Action.PauseTrading _,
          Action.ResumeTrading _,
          Action.StopEverything _,
          Action.Backup _ -> {}
    }
    return out;
  }

  /// What the schema calls an action.
  static String name(Action action) {
    return switch (action) {
      case Action.SetParameter _ -> "set-parameter";
      case Action.ScaleParameter _ -> "scale-parameter";
      case Action.ShiftParameter _ -> "shift-parameter";
      case Action.AddCondition _ -> "add-condition";
      case Action.RemoveCondition _ -> "remove-condition";
      case Action.SetRule _ -> "set-rule";
      case Action.CreateStrategy _ -> "create-strategy";
      case Action.Refactor _ -> "refactor";
      case Action.OptimiseCode _ -> "optimise-code";
      case Action.GenerateTests _ -> "generate-tests";
      case Action.WriteCode _ -> "write-code";
      case Action.Evolve _ -> "evolve";
      case Action.Backtest _ -> "backtest";
      case Action.Deploy _ -> "deploy";
      case Action.Rollback _ -> "rollback";
      case Action.Approve _ -> "approve";
      case Action.Reject _ -> "reject";
      case Action.PauseTrading _ -> "pause-trading";
      case Action.ResumeTrading _ -> "resume-trading";
      case Action.ClosePositions _ -> "close-positions";
      case Action.StopEverything _ -> "stop-everything";
      case Action.Report _ -> "report";
      case Action.Explain _ -> "explain";
      case Action.SetConfig _ -> "set-config";
      case Action.Backup _ -> "backup";
      case Action.Restore _ -> "restore";
    };
  }

  static Action read(Fields in) {
    String name = in.text("do");
    String strategy = in.optionalText("strategy");
    Action action =
        switch (name) {
          case "set-parameter" ->
              new Action.SetParameter(strategy, side(in), parameter(in), setting(in));
          case "scale-parameter" ->
              new Action.ScaleParameter(strategy, side(in), parameter(in), in.number("factor"));
          case "shift-parameter" ->
              new Action.ShiftParameter(strategy, side(in), parameter(in), in.number("by"));
          case "add-condition" ->
              new Action.AddCondition(
                  strategy, in.named("on", Rule.class), sided(in), when(in, "when"));
          case "set-rule" ->
              new Action.SetRule(strategy, in.named("on", Rule.class), sided(in), when(in, "when"));
          case "remove-condition" ->
              new Action.RemoveCondition(
                  strategy, in.optionalNamed("on", Rule.class), side(in), in.text("indicator"));
          case "create-strategy" ->
              new Action.CreateStrategy(
                  in.optionalText("name"),
                  side(in),
                  when(in, "entry"),
                  when(in, "exit"),
                  in.has("design") ? DesignJson.read(in.object("design")) : null);
          case "refactor" ->
              new Action.Refactor(
                  strategy,
                  in.named("kind", RefactoringKind.class),
                  in.optionalText("target"),
                  in.optionalText("to"));
          case "optimise-code" -> new Action.OptimiseCode(strategy, in.optionalText("target"));
          case "generate-tests" -> new Action.GenerateTests(strategy, in.optionalText("target"));
          case "write-code" ->
              new Action.WriteCode(strategy, in.optionalText("target"), in.text("instruction"));
          case "evolve" ->
              new Action.Evolve(
                  strategy,
                  in.named("objective", Objective.class),
                  in.named("direction", Direction.class));
          case "backtest" ->
              new Action.Backtest(strategy, in.optionalText("change"), in.optionalText("since"));
          case "deploy" ->
              new Action.Deploy(
                  strategy,
                  in.optionalText("change"),
                  in.optionalNamed("mode", DeployMode.class),
                  in.optionalNumber("share"));
          case "rollback" -> new Action.Rollback(strategy, in.text("to"));
          case "approve" -> new Action.Approve(strategy, in.optionalText("change"));
          case "reject" -> new Action.Reject(strategy, in.optionalText("change"));
          case "pause-trading" -> new Action.PauseTrading(strategy);
          case "resume-trading" -> new Action.ResumeTrading(strategy);
          case "close-positions" -> new Action.ClosePositions(strategy, side(in));
          case "stop-everything" -> new Action.StopEverything();
          case "report" ->
              new Action.Report(strategy, in.named("about", Topic.class), in.optionalText("since"));
          case "explain" ->
              new Action.Explain(
                  strategy,
                  in.named("about", Topic.class),
                  in.optionalText("change"),
                  in.optionalText("since"));
          case "set-config" -> new Action.SetConfig(in.named("key", ConfigKey.class), setting(in));
          case "backup" -> new Action.Backup();
          case "restore" -> new Action.Restore(in.optionalText("to"));
          default -> throw new IllegalArgumentException("there is no action \"" + name + "\"");
        };
    in.nothingElse();
    return action;
  }

  private static Parameter parameter(Fields in) {
    return in.named("parameter", Parameter.class);
  }

  private static @Nullable Side side(Fields in) {
    return in.optionalNamed("side", Side.class);
  }

  private static Side sided(Fields in) {
    return in.named("side", Side.class);
  }

  private static List<Condition> when(Fields in, String key) {
    boolean mayBeAbsent = !key.equals("when");
    return mayBeAbsent && !in.has(key) ? List.of() : ConditionJson.read(key, in.array(key));
  }

  private static Setting setting(Fields in) {
    JsonNode node = in.node("value");
    if (node.isNumber()) {
      return new Setting.Amount(node.doubleValue());
    }
    return new Setting.Text(in.text("value"));
  }

  private static void rule(ObjectNode out, Rule on, Side side, List<Condition> when) {
    out.put("on", on.code());
    out.put("side", side.code());
    out.set("when", ConditionJson.write(when));
  }

  private static void setting(ObjectNode out, Setting setting) {
    switch (setting) {
      case Setting.Amount amount -> PlanJson.number(out, "value", amount.value());
      case Setting.Text text -> out.put("value", text.value());
    }
  }

  private static @Nullable String code(@Nullable Named named) {
    return named == null ? null : named.code();
  }

  private static void text(ObjectNode out, String key, @Nullable String value) {
    if (value != null) {
      out.put(key, value);
    }
  }
}
