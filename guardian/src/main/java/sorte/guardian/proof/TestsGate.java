package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.capability.TestLanguage;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.TestAnswer;
import sorte.guardian.child.TestAnswer.Status;

/// Runs the strategy's tests and those that the change brings. Counts only beside the gates behind
/// it: what a child says of itself is not evidence.
public final class TestsGate implements Gate {

  private static final int FINDINGS_MOST = 10;

  private final Trials trials;

  public TestsGate(Trials trials) {
    this.trials = trials;
  }

  @Override
  public String name() {
    return "tests";
  }

  @Override
  public long nanos(long passed) {
    return trials.own(passed, List.of(Trials.Run.TESTS));
  }

  @Override
  public Judgement judge(Dossier dossier) {
    String path = dossier.path();
    if (dossier.tests().isPresent()) {
      SortedMap<String, byte[]> tests = dossier.tests().get().classes();
      List<Finding> foreign = new ArrayList<>(TestNames.look(dossier, tests.keySet()));
      foreign.addAll(TestLanguage.look(path, tests, dossier.classes().keySet()));
      if (!foreign.isEmpty()) {
        return Judgement.failIfAny(foreign);
      }
    }
    return switch (trials.tests()) {
      case Trials.Tests.None() -> {
        Finding none = Finding.at("tests.none", path, 0);
        yield dossier.candidate().origin() == Origin.CHECK
                || !dossier.candidate().base().containsKey(path)
            ? Judgement.skipped(none)
            : Judgement.pass(List.of(none));
      }
      case Trials.Tests.Broken(String why) ->
          Judgement.fail(Finding.at("tests.broken", path, 0, why));
      case Trials.Tests.NotCompiled(var notes) ->
          Judgement.failIfAny(
              notes.stream()
                  .filter(note -> note.kind().equals("ERROR"))
                  .limit(FINDINGS_MOST)
                  .map(note -> Finding.at("compile.error", note.path(), note.line(), note.words()))
                  .toList());
      case Trials.Tests.Ran(var outcome) -> ran(path, outcome);
    };
  }

  private static Judgement ran(String path, ChildOutcome<TestAnswer> outcome) {
    return switch (outcome) {
      case ChildOutcome.Answered<TestAnswer>(TestAnswer answer, long _) -> answered(path, answer);
      case ChildOutcome.Ended<TestAnswer>(var end, String detail) ->
          Judgement.fail(Finding.at("tests.broken", path, 0, end + " " + detail));
      case ChildOutcome.Unconfined<TestAnswer>(String reason) ->
          Judgement.fail(Finding.of("child.unconfined", reason));
    };
  }

  private static Judgement answered(String path, TestAnswer answer) {
    List<Finding> failed =
        answer.results().stream()
            .filter(result -> result.status() == Status.FAILED)
            .limit(FINDINGS_MOST)
            .map(result -> Finding.at("tests.failed", path, 0, result.test(), result.detail()))
            .toList();
    if (!failed.isEmpty()) {
      return Judgement.failIfAny(failed);
    }
    return answer.green()
        ? Judgement.pass(List.of(Finding.at("tests.passed", path, 0, answer.count(Status.PASSED))))
        : Judgement.fail(Finding.at("tests.broken", path, 0, "no test ran"));
  }
}
