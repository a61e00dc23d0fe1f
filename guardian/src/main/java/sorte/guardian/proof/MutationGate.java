package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.MutateAnswer;
import sorte.guardian.child.MutateAnswer.Mutant;
import sorte.guardian.child.MutateTask;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.compile.CompileGate;

/// How strong the tests are on what changed: the source is said otherwise there, slip after slip,
/// and the tests have to notice. A mutant that decides as the original does on every market of the
/// guardian's is no mutant. Whoever asks for a change, or writes it, is told; a change that nobody
/// asked for must reach the goal.
public final class MutationGate implements Gate {

  /// Of a hundred mutants, how many the tests have to notice.
  public static final int GOAL = 80;

  private static final int ALIVE_SHOWN = 5;
  private static final int SHOWN_MOST = 80;

  private final WarmChildren children;
  private final Ground ground;

  public MutationGate(WarmChildren children, Ground ground) {
    this.children = children;
    this.ground = ground;
  }

  @Override
  public String name() {
    return "mutation";
  }

  @Override
  public Judgement judge(Dossier dossier) {
    String path = dossier.path();
    SortedSet<Integer> lines = ChangedLines.of(dossier);
    if (lines.isEmpty()) {
      return Judgement.skipped(Finding.at("mutation.none", path, 0));
    }
    MutateTask task =
        new MutateTask(CompileGate.relative(path), CompileGate.complete(dossier.source()), lines);
    return switch (children.mutate(task)) {
      case ChildOutcome.Unconfined<MutateAnswer>(String reason) ->
          Judgement.fail(Finding.of("child.unconfined", reason));
      case ChildOutcome.Ended<MutateAnswer>(var end, String detail) ->
          Judgement.inconclusive(Finding.at("mutation.ended", path, 0, end, detail));
      case ChildOutcome.Answered<MutateAnswer>(MutateAnswer answer, long _) ->
          judge(dossier, answer);
    };
  }

  private Judgement judge(Dossier dossier, MutateAnswer answer) {
    Mutants mutants = new Mutants(children, dossier, answer.mutants());
    return switch (mutants.outlive(ground)) {
      case Mutants.Outcome.Untold(Finding why) -> Judgement.inconclusive(why);
      case Mutants.Outcome.Told(List<Mutant> noticed, List<Mutant> alive, int equal) -> {
        int all = noticed.size() + alive.size();
        yield all == 0
            ? Judgement.skipped(Finding.at("mutation.none", dossier.path(), 0))
            : judgement(dossier, noticed.size(), alive, equal);
      }
    };
  }

  private static Judgement judgement(Dossier dossier, int noticed, List<Mutant> alive, int equal) {
    String path = dossier.path();
    int all = noticed + alive.size();
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.at("mutation.seen", path, 0, noticed, all, 100 * noticed / all, equal));
    if (100 * noticed >= GOAL * all) {
      return Judgement.pass(findings);
    }
    alive.stream().limit(ALIVE_SHOWN).forEach(one -> findings.add(shown(dossier, one)));
    findings.add(Finding.at("mutation.weak", path, 0, GOAL));
    return dossier.candidate().origin() == Origin.OWN
        ? new Judgement(Outcome.FAIL, findings)
        : Judgement.pass(findings);
  }

  /// What stands there, and what might stand there unnoticed: whole words of both.
  private static Finding shown(Dossier dossier, Mutant mutant) {
    String source = CompileGate.complete(dossier.source());
    String was = source.substring(mutant.from(), mutant.to());
    String is = mutant.with();
    int least = Math.min(was.length(), is.length());
    int before = 0;
    while (before < least && was.charAt(before) == is.charAt(before)) {
      before++;
    }
    while (before > 0 && inWord(was.charAt(before - 1))) {
      before--;
    }
    int after = 0;
    while (after < least - before
        && was.charAt(was.length() - 1 - after) == is.charAt(is.length() - 1 - after)) {
      after++;
    }
    while (after > 0 && inWord(was.charAt(was.length() - after))) {
      after--;
    }
    return Finding.at(
        "mutation.alive",
        dossier.path(),
        1
            + (int)
                source.substring(0, mutant.from() + before).chars().filter(c -> c == '\n').count(),
        cut(was.substring(before, was.length() - after)),
        cut(is.substring(before, is.length() - after)));
  }

  private static boolean inWord(char c) {
    return c == '.' || Character.isJavaIdentifierPart(c);
  }

  private static String cut(String text) {
    String plain = text.replaceAll("\\s+", " ").strip();
    return plain.isEmpty()
        ? "-"
        : plain.length() <= SHOWN_MOST ? plain : plain.substring(0, SHOWN_MOST) + "...";
  }
}
