package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.DecideAnswer;
import sorte.strategy.run.Signals;
import sorte.trading.backtest.RecordedDecisions;

/// Hostile markets, no look into the future, the same decisions twice, on two JVMs in two locales
/// and two zones: all computed here from what two children decided. On the further markets one of
/// them decides, without a fault.
public final class RobustnessGate implements Gate {

  private static final int FINDINGS_MOST = 10;

  private final Trials trials;

  public RobustnessGate(Trials trials) {
    this.trials = trials;
  }

  @Override
  public String name() {
    return "robustness";
  }

  @Override
  public long nanos(long passed) {
    return trials.own(passed, List.of(Trials.Run.FIRST, Trials.Run.AGAIN));
  }

  @Override
  public Judgement judge(Dossier dossier) {
    String path = dossier.path();
    List<Finding> findings = new ArrayList<>();
    List<RecordedDecisions> first = decisions(path, trials.first(), false, findings);
    List<RecordedDecisions> again =
        findings.isEmpty() ? decisions(path, trials.again(), true, findings) : List.of();
    if (findings.isEmpty()) {
      compare(path, first, again, findings);
    }
    return findings.isEmpty()
        ? Judgement.pass()
        : Judgement.failIfAny(findings.subList(0, Math.min(FINDINGS_MOST, findings.size())));
  }

  private List<RecordedDecisions> decisions(
      String path, ChildOutcome<DecideAnswer> outcome, boolean reversed, List<Finding> findings) {
    switch (outcome) {
      case ChildOutcome.Unconfined<DecideAnswer>(String reason) ->
          findings.add(Finding.of("child.unconfined", reason));
      case ChildOutcome.Ended<DecideAnswer>(var end, String detail) ->
          findings.add(Finding.at("robustness.ended", path, 0, end, detail));
      case ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _) -> {
        List<RecordedDecisions> all = new ArrayList<>();
        List<DecideAnswer.Decisions> runs = reversed ? answer.runs().reversed() : answer.runs();
        for (int i = 0; i < runs.size(); i++) {
          one(path, trials.layout().names().get(i), runs.get(i), findings, all);
        }
        return all;
      }
    }
    return List.of();
  }

  /// What one run came to: its decisions, or what is wrong with them.
  static void one(
      String path,
      String market,
      DecideAnswer.Decisions run,
      List<Finding> findings,
      List<RecordedDecisions> all) {
    switch (run) {
      case DecideAnswer.Faulted f ->
          findings.add(
              Finding.at(
                  f.exception().endsWith("FuelSpent") ? "robustness.fuel" : "robustness.fault",
                  path,
                  Math.max(0, f.line()),
                  market,
                  f.bar(),
                  f.exception(),
                  f.message(),
                  f.spent()));
      case DecideAnswer.Decided decided -> {
        switch (Recording.of(decided)) {
          case RecordedDecisions.Reading.Bad bad ->
              findings.add(Finding.at("robustness.bad", path, 0, market, bad.message()));
          case RecordedDecisions.Reading.Read(RecordedDecisions read) -> {
            all.add(read);
            stops(path, market, read, findings);
          }
        }
      }
    }
  }

  /// Where a trade can start, a stop that hangs on a line has a distance.
  private static void stops(
      String path, String market, RecordedDecisions read, List<Finding> findings) {
    if (!read.terms().stopByDistance()) {
      return;
    }
    for (int bar = 0; bar < read.bars(); bar++) {
      boolean enters = (read.signals(bar) & (Signals.ENTER_LONG | Signals.ENTER_SHORT)) != 0;
      double distance = read.stopDistance(bar);
      if (enters && !(distance >= 0 && Double.isFinite(distance))) {
        findings.add(Finding.at("robustness.stop", path, 0, market, bar, distance));
        return;
      }
    }
  }

  private void compare(
      String path,
      List<RecordedDecisions> first,
      List<RecordedDecisions> again,
      List<Finding> findings) {
    for (int i = 0; i < again.size(); i++) {
      String market = trials.layout().names().get(i);
      int other = first.get(i).firstDifference(again.get(i));
      if (other >= 0) {
        findings.add(Finding.at("robustness.twice", path, 0, market, other));
      }
    }
    for (int cut = 1; cut <= Trials.CUTS; cut++) {
      int other = first.get(cut).firstDifference(first.getFirst());
      if (other >= 0) {
        findings.add(Finding.at("robustness.ahead", path, 0, first.get(cut).bars(), other));
      }
    }
  }
}
