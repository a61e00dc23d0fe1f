package sorte.guardian.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.guardian.child.AnalyseAnswer;
import sorte.guardian.child.AnalyseAnswer.Seen;
import sorte.guardian.child.AnalyseTask;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.CompileAnswer;
import sorte.guardian.child.CompileTask;
import sorte.guardian.compile.CompileGate;

/// What SpotBugs, PMD and our own rules find in what the change brought: what the version that it
/// starts from has already is not counted. No answer is no pass.
public final class StaticGate implements Gate {

  private static final int FINDINGS_MOST = 20;

  private final Analyses analyses;
  private final CompileGate.Compiler compiler;
  private final Runnable meanwhile;

  /// @param compiler for the version that the change starts from
  /// @param meanwhile begins what can go on while the analysers look
  public StaticGate(Analyses analyses, CompileGate.Compiler compiler, Runnable meanwhile) {
    this.analyses = analyses;
    this.compiler = compiler;
    this.meanwhile = meanwhile;
  }

  @Override
  public String name() {
    return "static";
  }

  @Override
  public Judgement judge(Dossier dossier) {
    meanwhile.run();
    String path = dossier.path();
    AnalyseTask task = task(path, dossier.source(), dossier.classes());
    Optional<String> base = base(dossier);
    List<Seen> seen = new ArrayList<>(Numbers.look(dossier.classes()));
    boolean numbersOnly = !asksTheAnalysers(dossier);
    if (!numbersOnly) {
      Reading reading = read(analyses.of(task));
      if (reading.failed().isPresent()) {
        return reading.failed().get();
      }
      seen.addAll(reading.seen());
    }
    if (seen.isEmpty() || base.isEmpty()) {
      return judged(path, seen, base.isPresent());
    }
    Reading before = baseline(path, base.get(), numbersOnly);
    return before.failed().orElseGet(() -> judged(path, Brought.by(seen, before.seen()), true));
  }

  /// Whether more than constants differ from the version that the change starts from.
  public static boolean asksTheAnalysers(Dossier dossier) {
    String path = dossier.path();
    return base(dossier)
        .map(text -> !Analyses.key(path, text).equals(Analyses.key(path, dossier.source())))
        .orElse(true);
  }

  private static AnalyseTask task(String path, String source, SortedMap<String, byte[]> classes) {
    return new AnalyseTask(CompileGate.relative(path), CompileGate.complete(source), classes);
  }

  private static Optional<String> base(Dossier dossier) {
    return dossier.candidate().origin() == Origin.CHECK
        ? Optional.empty()
        : Optional.ofNullable(dossier.candidate().base().get(dossier.path()));
  }

  /// What an analysis came to: what was seen, or how the gate ends without it.
  private record Reading(List<Seen> seen, Optional<Judgement> failed) {
    static Reading of(List<Seen> seen) {
      return new Reading(seen, Optional.empty());
    }

    static Reading none(Judgement judgement) {
      return new Reading(List.of(), Optional.of(judgement));
    }
  }

  private static Reading read(ChildOutcome<AnalyseAnswer> outcome) {
    return switch (outcome) {
      case ChildOutcome.Answered<AnalyseAnswer>(AnalyseAnswer answer, long _) ->
          answer.lacks().isEmpty()
              ? Reading.of(answer.seen())
              : Reading.none(
                  Judgement.inconclusive(
                      Finding.of("static.incomplete", answer.lacks().getFirst())));
      case ChildOutcome.Ended<AnalyseAnswer>(var end, String detail) ->
          Reading.none(Judgement.inconclusive(Finding.of("static.ended", end, detail)));
      case ChildOutcome.Unconfined<AnalyseAnswer>(String reason) ->
          Reading.none(Judgement.inconclusive(Finding.of("child.unconfined", reason)));
    };
  }

  /// What was seen of the version that the change starts from. One that does not compile here has
  /// nothing to its credit.
  private Reading baseline(String path, String source, boolean numbersOnly) {
    String file = CompileGate.relative(path);
    String text = CompileGate.complete(source);
    if (!(compiler.compile(CompileTask.of(Map.of(file, text)))
            instanceof ChildOutcome.Answered<CompileAnswer>(CompileAnswer made, long _))
        || !made.compiled()) {
      return Reading.of(List.of());
    }
    List<Seen> seen = new ArrayList<>(Numbers.look(made.classes()));
    if (numbersOnly) {
      return Reading.of(seen);
    }
    Reading reading = read(analyses.of(new AnalyseTask(file, text, made.classes())));
    seen.addAll(reading.seen());
    return reading.failed().isPresent() ? reading : Reading.of(seen);
  }

  private static Judgement judged(String path, List<Seen> seen, boolean change) {
    List<Finding> refusing = new ArrayList<>();
    List<Finding> told = new ArrayList<>();
    for (Seen one : seen) {
      RuleTable.Row row = RuleTable.HERE.row(one);
      switch (row.weight()) {
        case REFUSES -> refusing.add(finding(path, row, one));
        case REFUSES_A_CHANGE -> (change ? refusing : told).add(finding(path, row, one));
        case TOLD -> told.add(finding(path, row, one));
        case SAID_ELSEWHERE -> {
          // the finding that says it is there
        }
      }
    }
    List<Finding> all = new ArrayList<>(refusing);
    all.addAll(told);
    List<Finding> shown = all.stream().distinct().limit(FINDINGS_MOST).toList();
    return refusing.isEmpty() ? Judgement.pass(shown) : new Judgement(Outcome.FAIL, shown);
  }

  private static Finding finding(String path, RuleTable.Row row, Seen seen) {
    return Finding.at(
        "static." + row.phrase(), path, seen.line(), seen.member(), seen.rule(), seen.words());
  }
}
