package sorte.guardian.proof;

import java.util.List;
import sorte.guardian.Dossier;
import sorte.guardian.Verdict;
import sorte.guardian.child.DecideAnswer;
import sorte.trading.backtest.Decisions;
import sorte.trading.backtest.RecordedDecisions;

/// One run of a strategy source over given bars, in the sandbox: how it ended.
public sealed interface SourceRun {

  /// It decided on every bar.
  ///
  /// @param strategy its name
  /// @param decisions to be backtested: nothing else came out of the sandbox
  /// @param nanos what the run took there
  record Ran(String strategy, Decisions decisions, long nanos) implements SourceRun {}

  /// A gate did not let it through, or nothing can be confined here; it did not run.
  record Refused(Verdict verdict) implements SourceRun {}

  /// The settings do not fit its parameters.
  record BadSettings(List<String> problems) implements SourceRun {}

  /// It looks at a timeframe that cannot be made of these bars.
  record BadTimeframe(String problem) implements SourceRun {}

  /// It threw, or spent its meter.
  ///
  /// @param bar the bar at hand, -1 while it was made
  /// @param line in its source, 0 where that is not known
  record Faulted(int bar, String what, int line) implements SourceRun {}

  static SourceRun answered(Dossier dossier, DecideAnswer.Decisions run) {
    return switch (run) {
      case DecideAnswer.Faulted fault
          when fault.exception().equals(sorte.strategy.run.BadSettings.class.getName()) ->
          new BadSettings(List.of(fault.message()));
      case DecideAnswer.Faulted fault
          when fault.exception().equals(sorte.strategy.run.BadTimeframe.class.getName()) ->
          new BadTimeframe(fault.message());
      case DecideAnswer.Faulted fault ->
          new Faulted(fault.bar(), fault.exception() + " " + fault.message(), fault.line());
      case DecideAnswer.Decided decided ->
          switch (Recording.of(decided)) {
            case RecordedDecisions.Reading.Read(RecordedDecisions decisions) ->
                new Ran(name(dossier), decisions.replay(), decided.nanos());
            case RecordedDecisions.Reading.Bad(String rule, String seen) ->
                new Faulted(-1, rule + ": " + seen, 0);
          };
    };
  }

  private static String name(Dossier dossier) {
    String className = dossier.className();
    return className
        .substring(className.lastIndexOf('.') + 1)
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
