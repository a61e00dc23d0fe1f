package sorte.guardian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.proof.BacktestGate;
import sorte.guardian.proof.Ground;
import sorte.guardian.proof.HonestyGate;
import sorte.guardian.proof.PerformanceGate;
import sorte.guardian.proof.RobustnessGate;
import sorte.guardian.proof.StableRuns;
import sorte.guardian.proof.TestsGate;
import sorte.guardian.proof.Trials;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.scope.ScopeGate;
import sorte.guardian.source.SourceGate;

/// The guardian's gates with some of them left out, in real children: what an attack would come to
/// if the gate that stops it were not there. There is no such switch in the guardian itself.
final class GatesBut implements AutoCloseable {

  private static final String MAIN = "strategies/src/main/java/sorte/strategies/";

  private final WarmChildren children;
  private final StableRuns stable = new StableRuns();

  GatesBut(Path cache, Limits limits) {
    children = WarmChildren.open(cache, 2, limits);
  }

  /// The strategies shipped, with their tests.
  static SortedMap<String, String> shipped() {
    SortedMap<String, String> base = new TreeMap<>();
    for (String folder : List.of("src/main/java", "src/test/java")) {
      Path root = Path.of("../strategies");
      try (Stream<Path> all = Files.list(root.resolve(folder).resolve("sorte/strategies"))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          base.put("strategies/" + root.relativize(file), Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return base;
  }

  /// Up to the first gate that does not let it through; those named in `off` are not asked.
  Verdict judge(Candidate candidate, Set<String> off) {
    Dossier dossier = new Dossier(candidate);
    List<GateResult> results = new ArrayList<>();
    try (Trials trials = new Trials(children, dossier, Ground::builtIn, stable)) {
      for (Gate gate : gates(trials)) {
        if (off.contains(gate.name())) {
          without(gate, dossier);
          continue;
        }
        GateResult result = new GateResult(gate.name(), asked(gate, dossier), 0);
        results.add(result);
        if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.INCONCLUSIVE) {
          break;
        }
      }
    }
    return Verdict.of(results);
  }

  private List<Gate> gates(Trials trials) {
    return List.of(
        new ScopeGate(),
        new SourceGate(),
        new CompileGate(children),
        new CapabilityGate(),
        new TestsGate(trials),
        new RobustnessGate(trials),
        new BacktestGate(trials),
        new HonestyGate(List.of()),
        new PerformanceGate(trials));
  }

  private static Judgement asked(Gate gate, Dossier dossier) {
    try {
      return gate.judge(dossier);
    } catch (RuntimeException | StackOverflowError e) {
      return Judgement.fail(Finding.of("gate.broken", gate.name(), e.toString()));
    }
  }

  /// What a gate finds out for those behind it is found out without judging.
  private static void without(Gate off, Dossier dossier) {
    String gate = off.name();
    if (gate.equals("backtest")) {
      asked(off, dossier); // what it counts as among all attempts
    } else if (gate.equals("scope")) {
      String path =
          dossier.candidate().files().keySet().stream()
              .filter(one -> one.startsWith(MAIN) && one.endsWith(".java") && !one.contains(".."))
              .findFirst()
              .orElse("Attack.java");
      dossier
          .candidate()
          .files()
          .getOrDefault(path, java.util.Optional.empty())
          .ifPresent(text -> dossier.strategyFile(path, text));
    } else if (gate.equals("capability")) {
      dossier.classes().keySet().stream()
          .filter(name -> !name.contains("$"))
          .reduce((a, b) -> b.endsWith("Attack") ? b : a)
          .ifPresent(name -> dossier.woven(name, dossier.classes()));
    }
  }

  @Override
  public void close() {
    children.close();
  }
}
