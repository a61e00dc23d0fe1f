package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.guardian.Dossier;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.BarColumns;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.CompileAnswer;
import sorte.guardian.child.CompileTask;
import sorte.guardian.child.DecideAnswer;
import sorte.guardian.child.DecideTask;
import sorte.guardian.child.TestAnswer;
import sorte.guardian.child.TestTask;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.meter.Weaver;
import sorte.guardian.source.SourceText;
import sorte.trading.market.Bars;
import sorte.trading.release.MeterControl;

/// A strategy that passed source, compile and capability, and variants of it under names of their
/// own, run side by side over the same bars. All are compiled in one confined child and run in as
/// few as hold them: what comes of it is for writing tests by, and no evidence for a gate.
public final class VariantRuns {

  /// Variants at most.
  public static final int VARIANTS_MOST = 150;

  /// How often what does not compile is left out and the rest is tried again.
  static final int ROUNDS = 4;

  private static final String TEST = "strategies/src/test/java/";

  private final WarmChildren children;
  private final Dossier original;
  private final SortedMap<String, byte[]> classes;
  private final List<String> names;

  /// A variant: its source, whose one top-level class has a name of its own.
  public record Variant(String simpleName, String source) {}

  /// One run asked for; variant -1 is the strategy itself.
  public record Asked(int variant, Bars bars, SortedMap<String, Double> settings) {}

  private VariantRuns(
      WarmChildren children,
      Dossier original,
      SortedMap<String, byte[]> classes,
      List<String> names) {
    this.children = children;
    this.original = original;
    this.classes = classes;
    this.names = names;
  }

  /// @param original has passed the gates up to capability
  public static VariantRuns of(WarmChildren children, Dossier original, List<Variant> variants) {
    if (variants.size() > VARIANTS_MOST) {
      throw new IllegalArgumentException(
          "at most " + VARIANTS_MOST + " variants at once, not " + variants.size());
    }
    String path = CompileGate.relative(original.path());
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    SortedMap<String, String> sources = new TreeMap<>();
    for (Variant variant : variants) {
      String file = folder + variant.simpleName() + ".java";
      if (SourceText.look(file, variant.source()).isEmpty()) {
        sources.put(file, CompileGate.complete(variant.source()));
      }
    }
    SortedMap<String, byte[]> made = compiled(children, sources);
    SortedMap<String, byte[]> all = original.metered();
    String home = original.className().substring(0, original.className().lastIndexOf('.') + 1);
    List<String> names = new ArrayList<>();
    for (Variant variant : variants) {
      String name = home + variant.simpleName();
      SortedMap<String, byte[]> own = new TreeMap<>();
      made.forEach((type, bytes) -> {
        if (type.equals(name) || type.startsWith(name + "$")) {
          own.put(type, bytes);
        }
      });
      boolean runs = !own.isEmpty() && CapabilityGate.look(path, own, true).isEmpty();
      if (runs) {
        all.putAll(Weaver.weave(own));
      }
      names.add(runs ? name : "");
    }
    return new VariantRuns(children, original, all, names);
  }

  /// What the sources came to; those that do not compile are left out.
  private static SortedMap<String, byte[]> compiled(
      WarmChildren children, SortedMap<String, String> sources) {
    SortedMap<String, String> left = new TreeMap<>(sources);
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      if (!(children.compile(CompileTask.of(left))
          instanceof ChildOutcome.Answered<CompileAnswer>(CompileAnswer answer, long _))) {
        break;
      }
      if (answer.compiled()) {
        return answer.classes();
      }
      var bad = new TreeSet<String>();
      answer.notes().stream()
          .filter(note -> note.kind().equals("ERROR"))
          .forEach(note -> bad.add(note.path()));
      if (!left.keySet().removeAll(bad)) {
        break;
      }
    }
    return new TreeMap<>();
  }

  /// Whether a variant compiled and is written in the language of strategies.
  public boolean runs(int variant) {
    return !names.get(variant).isEmpty();
  }

  /// How each run ended, in the order asked.
  public List<SourceRun> run(List<Asked> asked) {
    List<SourceRun> ended = new ArrayList<>(asked.size());
    for (int from = 0; from < asked.size(); ) {
      Map<Bars, Integer> places = new IdentityHashMap<>();
      List<BarColumns> series = new ArrayList<>();
      List<DecideTask.Run> runs = new ArrayList<>();
      long bars = 0;
      int to = from;
      while (to < asked.size() && runs.size() < DecideTask.RUNS_MOST) {
        Asked one = asked.get(to);
        bars += one.bars().size();
        boolean fresh = !places.containsKey(one.bars());
        if (to > from
            && (bars > DecideTask.BARS_MOST || fresh && series.size() == DecideTask.SERIES_MOST)) {
          break;
        }
        if (fresh) {
          places.put(one.bars(), series.size());
          series.add(Recording.columns(one.bars()));
        }
        String name = one.variant() < 0 ? "" : names.get(one.variant());
        runs.add(
            new DecideTask.Run(places.get(one.bars()), one.bars().size(), one.settings(), name));
        to++;
      }
      ended.addAll(inOneChild(series, runs));
      from = to;
    }
    return ended;
  }

  private List<SourceRun> inOneChild(List<BarColumns> series, List<DecideTask.Run> runs) {
    DecideTask task =
        new DecideTask(classes, original.className(), series, runs, MeterControl.DECISION_FUEL);
    return switch (children.decide(task)) {
      case ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _)
          when answer.runs().size() == runs.size() ->
          answer.runs().stream().map(run -> SourceRun.answered(original, run)).toList();
      case ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _) ->
          SourceRuns.faulted(
              runs.size(), answer.runs().size() + " runs of " + runs.size() + " came back");
      case ChildOutcome.Ended<DecideAnswer>(var end, String detail) ->
          SourceRuns.faulted(runs.size(), end + " " + detail);
      case ChildOutcome.Unconfined<DecideAnswer>(String reason) ->
          SourceRuns.faulted(runs.size(), reason);
    };
  }

  /// Compiles a test over the strategy and runs it, both confined; empty where it is green, else
  /// what is wrong with it.
  public Optional<String> test(String testPath, String testSource) {
    String path = CompileGate.relative(original.path());
    CompileTask task =
        new CompileTask(
            new TreeMap<>(Map.of(path, CompileGate.complete(original.source()))),
            new TreeMap<>(Map.of(testPath.replace(TEST, ""), testSource)));
    if (!(children.compile(task)
        instanceof ChildOutcome.Answered<CompileAnswer>(CompileAnswer made, long _))) {
      return Optional.of("the compiler did not answer");
    }
    if (made.tests().isEmpty() || !made.tests().get().compiled()) {
      List<CompileAnswer.Note> notes = made.tests().map(CompileAnswer::notes).orElse(made.notes());
      return Optional.of(notes.isEmpty() ? "it does not compile" : notes.getFirst().toString());
    }
    SortedMap<String, byte[]> both = new TreeMap<>(made.tests().get().classes());
    List<String> tests = both.keySet().stream().filter(name -> name.indexOf('$') < 0).toList();
    both.putAll(original.classes());
    return switch (children.test(new TestTask(both, tests))) {
      case ChildOutcome.Answered<TestAnswer>(TestAnswer answer, long _) ->
          answer.green()
              ? Optional.empty()
              : Optional.of(
                  answer.results().stream()
                      .filter(result -> result.status() != TestAnswer.Status.PASSED)
                      .findFirst()
                      .map(TestAnswer.TestResult::toString)
                      .orElse("no test ran"));
      case ChildOutcome.Ended<TestAnswer>(var end, String detail) ->
          Optional.of(end + " " + detail);
      case ChildOutcome.Unconfined<TestAnswer>(String reason) -> Optional.of(reason);
    };
  }
}
