package sorte.guardian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sorte.guardian.analysis.Analyses;
import sorte.guardian.analysis.StaticGate;
import sorte.guardian.attest.Artifact;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.WarmAnalyser;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.proof.Attempt;
import sorte.guardian.proof.BacktestGate;
import sorte.guardian.proof.DeterminismGate;
import sorte.guardian.proof.Ground;
import sorte.guardian.proof.HonestyGate;
import sorte.guardian.proof.MutationGate;
import sorte.guardian.proof.PaceGate;
import sorte.guardian.proof.PerformanceGate;
import sorte.guardian.proof.RobustnessGate;
import sorte.guardian.proof.SourceRun;
import sorte.guardian.proof.SourceRuns;
import sorte.guardian.proof.StableRuns;
import sorte.guardian.proof.TestsGate;
import sorte.guardian.proof.Trials;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.scope.ScopeGate;
import sorte.guardian.source.SourceGate;
import sorte.trading.door.Json;
import sorte.trading.market.Bars;

/// Judges candidates: gate after gate, up to the first that does not let one through.
public final class Guardian implements AutoCloseable {

  /// Children that wait for the next candidate: compile, tests, decisions (two).
  public static final int WARM = 4;

  private static final System.Logger LOG = System.getLogger(Guardian.class.getName());
  private static final long NANOS_A_MILLI = 1_000_000;

  private final WarmChildren children;
  private final WarmAnalyser analyser;
  private final Analyses analyses;
  private final Ground.Source ground;
  private final StableRuns stableRuns = new StableRuns();
  private final KeptDossiers kept = new KeptDossiers();

  private Guardian(WarmChildren children, WarmAnalyser analyser, Ground.Source ground) {
    this.children = children;
    this.analyser = analyser;
    this.analyses = new Analyses(analyser::analyse);
    this.ground = ground;
  }

  /// @param cache a folder where the children's class path is kept; nothing secret below it
  /// @param ground what candidates are tried on, asked for at each judgement
  public static Guardian open(Path cache, Ground.Source ground) {
    return new Guardian(
        WarmChildren.open(cache, WARM, Limits.ofGates()), WarmAnalyser.open(cache), ground);
  }

  /// A guardian that looks at single files, without any home: tried on the built-in market.
  ///
  /// @param cache as for [#open]
  public static Guardian forChecking(Path cache) {
    return new Guardian(
        WarmChildren.open(cache, 1, Limits.ofGates()), WarmAnalyser.open(cache), Ground::builtIn);
  }

  /// Begins to warm what takes long until it is warm; waits for nothing.
  public void warm() {
    analyser.wakeLater();
  }

  /// A verdict with what came of the candidate.
  public record Judged(Verdict verdict, Dossier dossier) {}

  /// Looks at one strategy file; nothing becomes of it.
  ///
  /// @param path only its name counts
  public Verdict check(String path, String source) {
    return judge(single(path, source), List.of()).verdict();
  }

  private static Candidate single(String path, String source) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new Candidate(
        "",
        Candidate.Origin.CHECK,
        new TreeMap<>(),
        new TreeMap<>(java.util.Map.of(name, Optional.of(source))),
        Json.MAPPER.missingNode(),
        "");
  }

  /// Runs one strategy source over `bars`, once it has passed source, compile and capability.
  ///
  /// @param path only its name counts
  public SourceRun run(String path, String source, Bars bars, SortedMap<String, Double> settings) {
    return switch (pass(path, source)) {
      case Passing.Passed(SourceRuns runs) ->
          runs.run(List.of(new SourceRuns.Asked(bars, settings))).getFirst();
      case Passing.Refused(Verdict verdict) -> new SourceRun.Refused(verdict);
    };
  }

  /// Puts one strategy source through source, compile and capability, to be run as often as needed.
  ///
  /// @param path only its name counts
  public Passing pass(String path, String source) {
    Dossier dossier = new Dossier(single(path, source));
    List<GateResult> results = new ArrayList<>();
    return pass(upToCapability(), dossier, results)
        ? new Passing.Passed(new SourceRuns(children, dossier))
        : new Passing.Refused(Verdict.of(results));
  }

  private List<Gate> upToCapability() {
    return List.of(
        new ScopeGate(), new SourceGate(), new CompileGate(children), new CapabilityGate());
  }

  /// Gate after gate, up to the first that does not let it through.
  private static boolean pass(List<Gate> gates, Dossier dossier, List<GateResult> results) {
    for (Gate gate : gates) {
      GateResult result = timed(gate, dossier);
      results.add(result);
      if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.INCONCLUSIVE) {
        return false;
      }
    }
    return true;
  }

  /// @param before what was ever run over a history, so that the candidate is one of so many
  public Judged judge(Candidate candidate, List<Attempt> before) {
    Dossier dossier = new Dossier(candidate);
    List<GateResult> results = new ArrayList<>();
    try (Trials trials = new Trials(children, dossier, ground, stableRuns)) {
      if (pass(gates(dossier, trials, before), dossier, results) && !candidate.change().isEmpty()) {
        kept.keep(dossier);
      }
    }
    return new Judged(Verdict.of(results), dossier);
  }

  /// The gates in their order.
  private List<Gate> gates(Dossier dossier, Trials trials, List<Attempt> before) {
    return List.of(
        new ScopeGate(),
        new SourceGate(),
        new CompileGate(task -> {
          if (StaticGate.asksTheAnalysers(dossier)) {
            analyser.wake(); // where it is cold, it warms while the compiler works
          }
          return children.compile(task);
        }),
        new CapabilityGate(),
        new StaticGate(analyses, children::compile, trials::begin),
        new TestsGate(trials),
        new RobustnessGate(trials),
        new BacktestGate(trials),
        new HonestyGate(before),
        new PerformanceGate(trials));
  }

  /// The long gates, over content that the quick ones have let through: they are what stands
  /// between a version that runs beside the market and capital. What is not known of the candidate
  /// any more is made again, and has to come to the very artefact that was attested.
  ///
  /// @param artifact what was attested for the shadow slot
  public Judged deepen(Candidate candidate, String artifact) {
    Optional<Dossier> known = kept.of(candidate, artifact);
    if (known.isPresent()) {
      return new Judged(Verdict.of(longGates(known.get())), known.get());
    }
    Dossier dossier = new Dossier(candidate);
    List<GateResult> made = new ArrayList<>();
    if (!pass(upToCapability(), dossier, made)) {
      return new Judged(Verdict.of(made), dossier);
    }
    String again = Artifact.of(dossier.metered()).sha256();
    if (!again.equals(artifact)) {
      Finding other = Finding.at("compile.other", dossier.path(), 0, artifact, again);
      GateResult compile = new GateResult("compile", Judgement.fail(other), 0);
      return new Judged(Verdict.of(List.of(compile)), dossier);
    }
    return new Judged(Verdict.of(longGates(dossier)), dossier);
  }

  /// The first two side by side: neither needs the other, and both wait for children. What is
  /// measured comes behind them, when nothing of ours is at work beside it.
  private List<GateResult> longGates(Dossier dossier) {
    Ground tried = ground();
    dossier.triedOn(tried.digest());
    List<GateResult> results =
        sideBySide(
            List.of(new MutationGate(children, tried), new DeterminismGate(children, tried)),
            dossier);
    if (Verdict.of(results).approved()) {
      results.add(timed(new PaceGate(children, tried), dossier));
    }
    return results;
  }

  private static List<GateResult> sideBySide(List<Gate> gates, Dossier dossier) {
    List<GateResult> results = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            gates.size(), Thread.ofPlatform().daemon().name("long-gate-", 0).factory())) {
      List<Future<GateResult>> asked = new ArrayList<>();
      for (Gate gate : gates) {
        asked.add(threads.submit(() -> timed(gate, dossier)));
      }
      for (Future<GateResult> one : asked) {
        results.add(one.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the long gates ran", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the long gates could not run: " + e, e);
    }
    return results;
  }

  private Ground ground() {
    try {
      return ground.ground();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GateResult timed(Gate gate, Dossier dossier) {
    long start = System.nanoTime();
    Judgement judgement;
    try {
      judgement = gate.judge(dossier);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(System.Logger.Level.ERROR, gate.name() + " could not run", e);
      judgement = Judgement.fail(Finding.of("gate.broken", gate.name(), e.toString()));
    }
    long own = gate.nanos(System.nanoTime() - start);
    return new GateResult(gate.name(), judgement, own / NANOS_A_MILLI);
  }

  @Override
  public void close() throws IOException {
    analyser.close();
    children.close();
  }
}
