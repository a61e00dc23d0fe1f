package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.DecideAnswer;
import sorte.trading.release.MeterControl;

/// What a decision costs. Steps are bounded by the meter, which ended the run where they were not;
/// allocation is bounded here; time, being the machine's, is information.
public final class PerformanceGate implements Gate {

  /// Bytes a decision on average, over a whole history with all its warming up.
  public static final long BYTES_MOST = 4_096;

  private final Trials trials;

  public PerformanceGate(Trials trials) {
    this.trials = trials;
  }

  @Override
  public String name() {
    return "performance";
  }

  @Override
  public long nanos(long passed) {
    return trials.own(passed, List.of());
  }

  @Override
  public Judgement judge(Dossier dossier) {
    String path = dossier.path();
    if (!(trials.first()
            instanceof ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _))
        || !(answer.runs().getFirst() instanceof DecideAnswer.Decided decided)) {
      return Judgement.fail(Finding.at("backtest.no-decisions", path, 0));
    }
    int bars = Math.max(1, decided.bars());
    long bytes = decided.bytes() / bars;
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.at(
            "performance.seen",
            path,
            0,
            String.format(Locale.ROOT, "%.1f", decided.nanos() / 1000.0 / bars),
            bytes,
            MeterControl.DECISION_FUEL));
    if (bytes > BYTES_MOST) {
      findings.addFirst(Finding.at("performance.bytes", path, 0, bytes, BYTES_MOST));
      return new Judgement(Outcome.FAIL, findings);
    }
    return Judgement.pass(findings);
  }
}
