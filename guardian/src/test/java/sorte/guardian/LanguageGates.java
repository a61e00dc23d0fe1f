package sorte.guardian;

import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.CompilerHere;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.meter.Weaver;
import sorte.guardian.proof.PerformanceGate;
import sorte.guardian.scope.ScopeGate;
import sorte.guardian.source.SourceGate;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.door.Json;
import sorte.trading.release.ReleaseLoader;

/// The gates of the language one after another, in this process: source, compile, capability, and
/// then a run under the meter. What the operating system adds is tested elsewhere.
public final class LanguageGates {

  /// Bars of one run: more than a strategy may need to warm up.
  static final int BARS = 1_500;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private LanguageGates() {}

  /// Which gate ends a candidate, and on which line; `none` where it runs to its end.
  record Stop(String gate, int line, String why) {}

  static Stop stop(String className, String source) {
    List<Finding> text = new SourceGate().judge(dossier(className, source)).findings();
    if (!text.isEmpty()) {
      return stop("source", text);
    }
    Dossier dossier = dossier(className, source);
    List<Finding> compiler = compile(dossier).findings();
    if (!compiler.isEmpty()) {
      return stop("compile", compiler);
    }
    List<Finding> language = CapabilityGate.look(dossier.path(), dossier.classes(), true);
    if (!language.isEmpty()) {
      return stop("capability", language);
    }
    return run(className, Weaver.weave(dossier.classes()));
  }

  /// The classes of a lone file, as the compile gate has them made.
  public static SortedMap<String, byte[]> compile(String className, String source) {
    Dossier dossier = dossier(className, source);
    Judgement judgement = compile(dossier);
    if (judgement.outcome() != Outcome.PASS) {
      throw new AssertionError(judgement.findings().toString());
    }
    return dossier.classes();
  }

  private static Judgement compile(Dossier dossier) {
    new ScopeGate().judge(dossier);
    return new CompileGate(new CompilerHere()).judge(dossier);
  }

  private static Stop stop(String gate, List<Finding> findings) {
    int line = findings.stream().mapToInt(Finding::line).max().orElse(0);
    return new Stop(gate, line, findings.toString());
  }

  static Dossier dossier(String className, String source) {
    SortedMap<String, Optional<String>> files = new TreeMap<>();
    files.put(className + ".java", Optional.of(source));
    return new Dossier(
        new Candidate(
            "", Candidate.Origin.CHECK, new TreeMap<>(), files, Json.MAPPER.missingNode(), ""));
  }

  private static Stop run(String className, SortedMap<String, byte[]> metered) {
    try {
      ReleaseLoader.Metered loaded = ReleaseLoader.load(metered, className);
      StrategyType type = StrategyType.of(loaded.type());
      loaded.meter().refill();
      Runner runner = Runner.start(type, Map.of(), ZoneOffset.UTC, MadeUpBars.LENGTH);
      if (loaded.meter().settle() < 0) {
        return new Stop("robustness", 0, "spent before the first bar");
      }
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      for (int bar = 0; bar < BARS; bar++) {
        if (!loaded.meter().refill()) {
          return new Stop("robustness", 0, "spent");
        }
        MadeUpBars.feed(runner, bar);
        if (loaded.meter().settle() < 0) {
          return new Stop("robustness", 0, "spent and swallowed at bar " + bar);
        }
      }
      bytes = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / BARS;
      return bytes > PerformanceGate.BYTES_MOST
          ? new Stop("performance", 0, bytes + " bytes a bar")
          : new Stop("none", 0, bytes + " bytes a bar");
    } catch (RuntimeException | Error e) {
      return new Stop("robustness", line(e, metered), String.valueOf(e));
    }
  }

  private static int line(Throwable e, SortedMap<String, byte[]> metered) {
    for (StackTraceElement frame : e.getStackTrace()) {
      if (metered.containsKey(frame.getClassName())) {
        return Math.max(0, frame.getLineNumber());
      }
    }
    return 0;
  }
}
