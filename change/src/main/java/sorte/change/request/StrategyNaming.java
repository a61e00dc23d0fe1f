package sorte.change.request;

/// Puts the name of a strategy on an action.
final class StrategyNaming {
  private StrategyNaming() {}

  /// Whether a name said once in a sentence is meant for this action wherever it stands.
  static boolean sharesName(Action action) {
    return switch (action) {
      case Action.SetParameter _,
          Action.ScaleParameter _,
          Action.ShiftParameter _,
          Action.AddCondition _,
          Action.RemoveCondition _,
          Action.SetRule _,
          Action.Evolve _,
          Action.Backtest _ ->
          true;
      case Action.CreateStrategy _,
          Action.Refactor _,
          Action.OptimiseCode _,
          Action.GenerateTests _,
          Action.WriteCode _,
          Action.Deploy _,
          Action.Rollback _,
          Action.Approve _,
          Action.Reject _,
          Action.PauseTrading _,
          Action.ResumeTrading _,
          Action.ClosePositions _,
          Action.StopEverything _,
          Action.Report _,
          Action.Explain _,
          Action.SetConfig _,
          Action.Backup _,
          Action.Restore _ ->
          false;
    };
  }

  /// Whether it does more than tell.
  static boolean acts(Action action) {
    return !(action instanceof Action.Report
        || action instanceof Action.Explain
        || action instanceof Action.Backtest);
  }

  static Action named(Action action, String n) {
    return switch (action) {
      case Action.SetParameter a -> new Action.SetParameter(n, a.side(), a.parameter(), a.value());
      case Action.ScaleParameter a ->
          new Action.ScaleParameter(n, a.side(), a.parameter(), a.factor());
      case Action.ShiftParameter a -> new Action.ShiftParameter(n, a.side(), a.parameter(), a.by());
      case Action.AddCondition a -> new Action.AddCondition(n, a.on(), a.side(), a.when());
      case Action.RemoveCondition a ->
          new Action.RemoveCondition(n, a.on(), a.side(), a.indicator());
      case Action.SetRule a -> new Action.SetRule(n, a.on(), a.side(), a.when());
      case Action.Refactor a -> new Action.Refactor(n, a.kind(), a.target(), a.to());
      case Action.OptimiseCode a -> new Action.OptimiseCode(n, a.target());
      case Action.GenerateTests a -> new Action.GenerateTests(n, a.target());
      case Action.WriteCode a -> new Action.WriteCode(n, a.target(), a.instruction());
      case Action.Evolve a -> new Action.Evolve(n, a.objective(), a.direction());
      case Action.Backtest a -> new Action.Backtest(n, a.change(), a.since());
      case Action.Deploy a -> new Action.Deploy(n, a.change(), a.mode(), a.share());
      case Action.Rollback a -> new Action.Rollback(n, a.to());
      case Action.Approve a -> new Action.Approve(n, a.change());
      case Action.Reject a -> new Action.Reject(n, a.change());
      case Action.PauseTrading _ -> new Action.PauseTrading(n);
      case Action.ResumeTrading _ -> new Action.ResumeTrading(n);
      case Action.ClosePositions a -> new Action.ClosePositions(n, a.side());
      case Action.Report a -> new Action.Report(n, a.about(), a.since());
      case Action.Explain a -> new Action.Explain(n, a.about(), a.change(), a.since());
      case Action.CreateStrategy _,
          Action.StopEverything _,
          Action.SetConfig _,
          Action.Backup _,
          Action.Restore _ ->
          action;
    };
  }
}
