package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.CompileAnswer;
import sorte.guardian.child.DecideAnswer;
import sorte.guardian.child.DecideTask;
import sorte.guardian.child.LongMarket;
import sorte.guardian.child.MutateAnswer.Mutant;
import sorte.guardian.child.NoticeAnswer;
import sorte.guardian.child.NoticeAnswer.Seen;
import sorte.guardian.child.NoticeTask;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.meter.Weaver;
import sorte.trading.backtest.RecordedDecisions;
import sorte.trading.release.MeterControl;

/// Mutants of one candidate: which of them decide otherwise, and which of those its tests notice.
/// All of it runs confined, and a mutant is held to the language of strategies like its original.
final class Mutants {

  /// The latest bars of the history that a mutant may show itself on.
  static final int HISTORY_MOST = 5_000;

  private static final int ROUNDS_MOST = 100;

  private final WarmChildren children;
  private final Dossier dossier;
  private final List<Mutant> mutants;

  /// What came of them.
  sealed interface Outcome {
    /// @param equal how many are no mutants, for they decide as the original does
    record Told(List<Mutant> noticed, List<Mutant> alive, int equal) implements Outcome {}

    record Untold(Finding why) implements Outcome {}
  }

  Mutants(WarmChildren children, Dossier dossier, List<Mutant> all) {
    this.children = children;
    this.dossier = dossier;
    boolean alone = dossier.candidate().origin() == Origin.CHECK;
    this.mutants =
        all.stream()
            .filter(one -> CapabilityGate.look(dossier.path(), one.classes(), alone).isEmpty())
            .toList();
  }

  Outcome outlive(Ground ground) {
    List<Mutant> others = new ArrayList<>();
    int most = Math.min(DecideTask.VARIANTS_MOST, mostAtOnce(ground));
    for (int from = 0; from < mutants.size(); from += most) {
      List<Mutant> part = mutants.subList(from, Math.min(mutants.size(), from + most));
      Optional<Finding> untold = deciding(part, ground, others);
      if (untold.isPresent()) {
        return new Outcome.Untold(untold.get());
      }
    }
    Optional<CompileAnswer> tests = dossier.tests().filter(CompileAnswer::compiled);
    if (tests.isEmpty() || others.isEmpty()) {
      return new Outcome.Told(List.of(), others, mutants.size() - others.size());
    }
    return noticing(tests.get().classes(), others);
  }

  private static int mostAtOnce(Ground ground) {
    Layout layout = Layout.of(ground, HISTORY_MOST);
    int bars = layout.runs().stream().mapToInt(DecideTask.Run::bars).sum();
    int runs = DecideTask.RUNS_MOST / layout.runs().size();
    return Math.max(1, Math.min(runs, DecideTask.BARS_MOST / bars) - 1);
  }

  /// Adds to `others` those that decide otherwise than the original on some market. One that the
  /// meter stops, or that does not start at all, is seen without any test, and counts for nothing.
  private Optional<Finding> deciding(List<Mutant> part, Ground ground, List<Mutant> others) {
    Layout layout = Layout.of(ground, HISTORY_MOST);
    List<DecideTask.Run> markets = layout.runs();
    List<DecideTask.Run> runs = new ArrayList<>(markets);
    List<SortedMap<String, byte[]>> variants = new ArrayList<>();
    for (Mutant mutant : part) {
      variants.add(Weaver.weave(mutant.classes()));
      markets.forEach(run -> runs.add(run.of(variants.size())));
    }
    DecideTask task =
        new DecideTask(
            dossier.metered(),
            dossier.className(),
            layout.series(),
            runs,
            MeterControl.DECISION_FUEL,
            variants,
            LongMarket.NONE);
    return switch (children.decide(task)) {
      case ChildOutcome.Unconfined<DecideAnswer>(String reason) ->
          Optional.of(Finding.of("child.unconfined", reason));
      case ChildOutcome.Ended<DecideAnswer>(var end, String detail) ->
          Optional.of(Finding.at("mutation.ended", dossier.path(), 0, end, detail));
      case ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _) -> {
        int n = markets.size();
        List<DecideAnswer.Decisions> original = answer.runs().subList(0, n);
        for (int i = 0; i < part.size(); i++) {
          List<DecideAnswer.Decisions> its = answer.runs().subList((i + 1) * n, (i + 2) * n);
          if (starts(its) && differs(original, its)) {
            others.add(part.get(i));
          }
        }
        yield Optional.empty();
      }
    };
  }

  private static boolean starts(List<DecideAnswer.Decisions> runs) {
    return runs.stream()
        .noneMatch(run ->
            run instanceof DecideAnswer.Faulted fault
                && (fault.bar() < 0 || fault.exception().endsWith("FuelSpent")));
  }

  private static boolean differs(
      List<DecideAnswer.Decisions> original, List<DecideAnswer.Decisions> its) {
    for (int i = 0; i < original.size(); i++) {
      Optional<RecordedDecisions> was = read(original.get(i));
      Optional<RecordedDecisions> is = read(its.get(i));
      boolean same =
          was.isPresent() == is.isPresent()
              && (was.isEmpty() || was.get().firstDifference(is.get()) < 0);
      if (!same) {
        return true;
      }
    }
    return false;
  }

  private static Optional<RecordedDecisions> read(DecideAnswer.Decisions run) {
    return run instanceof DecideAnswer.Decided decided
            && Recording.of(decided)
                instanceof RecordedDecisions.Reading.Read(RecordedDecisions read)
        ? Optional.of(read)
        : Optional.empty();
  }

  /// Runs the tests over each. Behind a mutant over which they hang, or of which a child dies, the
  /// rest goes on in another child: a test that does not come to an end has noticed.
  private Outcome noticing(SortedMap<String, byte[]> tests, List<Mutant> others) {
    SortedMap<String, byte[]> classes = new TreeMap<>(tests);
    classes.putAll(dossier.classes());
    List<String> names = tests.keySet().stream().filter(name -> name.indexOf('$') < 0).toList();
    List<Mutant> noticed = new ArrayList<>();
    List<Mutant> alive = new ArrayList<>();
    int next = 0;
    int size = others.size();
    for (int round = 0; next < others.size() && round < ROUNDS_MOST; round++) {
      List<Mutant> part = others.subList(next, Math.min(others.size(), next + size));
      NoticeTask task = new NoticeTask(classes, names, part.stream().map(Mutant::classes).toList());
      switch (children.notice(task)) {
        case ChildOutcome.Answered<NoticeAnswer>(NoticeAnswer answer, long _) -> {
          if (!answer.green()) {
            return new Outcome.Untold(Finding.at("mutation.red", dossier.path(), 0));
          }
          for (Seen seen : answer.variants()) {
            (seen == Seen.UNNOTICED ? alive : noticed).add(others.get(next));
            next++;
          }
        }
        case ChildOutcome.Ended<NoticeAnswer> _ when part.size() == 1 -> {
          noticed.add(part.getFirst());
          next++;
        }
        case ChildOutcome.Ended<NoticeAnswer> _ -> size = Math.max(1, part.size() / 2);
        case ChildOutcome.Unconfined<NoticeAnswer>(String reason) -> {
          return new Outcome.Untold(Finding.of("child.unconfined", reason));
        }
      }
    }
    return next < others.size()
        ? new Outcome.Untold(Finding.at("mutation.ended", dossier.path(), 0, ROUNDS_MOST, ""))
        : new Outcome.Told(noticed, alive, mutants.size() - others.size());
  }
}
