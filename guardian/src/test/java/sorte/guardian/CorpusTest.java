package sorte.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.CompilerHere;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.proof.DeterminismGate;
import sorte.guardian.proof.Ground;
import sorte.guardian.proof.MutationGate;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.scope.ScopeGate;

/// Attacks are stopped by the gate that each names in its first line; honest strategies pass. Here
/// through all gates with confined children: a few of them by default, all in the long run. What
/// can be seen without children, [LanguageTest] sees of all of them.
class CorpusTest {
  private static final String MARK = "// stopped-by: ";

  /// Files of one kind that go through confined children by default.
  private static final int A_FEW = 2;

  @Test
  void a_few_of_each_kind_meet_all_gates_in_confined_children(@TempDir Path cache)
      throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    List<Path> attacks = new ArrayList<>();
    for (String gate : List.of("compile", "capability", "robustness")) {
      attacks.addAll(
          files("/attacks").stream()
              .filter(file -> expected(file).equals(gate))
              .limit(gate.equals("robustness") ? A_FEW : 1)
              .toList());
    }
    assertThat(attacks).hasSizeGreaterThanOrEqualTo(A_FEW);
    assertThat(wrong(cache, attacks, files("/honest").subList(0, A_FEW))).isEmpty();
  }

  @Test
  @Tag("long")
  void all_of_them_meet_all_gates_in_confined_children(@TempDir Path cache) throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    List<Path> attacks = new ArrayList<>(files("/attacks"));
    attacks.addAll(files("/attacks-on-the-compiler")); // these take all of a child's machine
    assertThat(wrong(cache, attacks, files("/honest"))).isEmpty();
  }

  @Test
  @Tag("long")
  void every_honest_strategy_passes_the_long_gates(@TempDir Path cache) throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    List<String> refused = new ArrayList<>();
    Ground ground = Ground.builtIn();
    try (WarmChildren children = WarmChildren.open(cache, 2, Limits.ofGates())) {
      for (Path file : files("/honest")) {
        Dossier dossier = LanguageGates.dossier("Honest", Files.readString(file));
        new ScopeGate().judge(dossier);
        new CompileGate(new CompilerHere()).judge(dossier);
        assertThat(new CapabilityGate().judge(dossier).findings()).as(file.toString()).isEmpty();
        for (Gate gate :
            List.of(new DeterminismGate(children, ground), new MutationGate(children, ground))) {
          long start = System.nanoTime();
          Judgement judged = gate.judge(dossier);
          long millis = (System.nanoTime() - start) / 1_000_000;
          String told = file.getFileName() + " " + gate.name() + " " + judged.outcome();
          System.out.println(told + " " + millis + " ms " + judged.findings().getFirst().values());
          if (judged.outcome() == Outcome.FAIL || judged.outcome() == Outcome.INCONCLUSIVE) {
            refused.add(told + ": " + judged.findings());
          }
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  private static List<String> wrong(Path cache, List<Path> attacks, List<Path> honest)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Guardian guardian = Guardian.forChecking(cache)) {
      for (Path file : attacks) {
        Verdict verdict = guardian.check("Attack.java", Files.readString(file));
        if (!stopped(verdict, expected(file))) {
          wrong.add(told(file, verdict, expected(file)));
        }
      }
      for (Path file : honest) {
        Verdict verdict = guardian.check("Honest.java", Files.readString(file));
        if (!verdict.approved()) {
          wrong.add(told(file, verdict, "-"));
        }
        assertThat(verdict.toJson("pt").path("accepted").asBoolean()).isEqualTo(verdict.approved());
      }
    }
    return wrong;
  }

  private static boolean stopped(Verdict verdict, String expected) {
    GateResult last = verdict.gates().getLast();
    boolean ours =
        last.judgement().findings().stream().anyMatch(f -> f.rule().equals("gate.broken"));
    return !ours && verdict instanceof Verdict.Rejected && last.gate().equals(expected);
  }

  private static String told(Path file, Verdict verdict, String expected) {
    GateResult last = verdict.gates().getLast();
    return "%s: %s by %s, not %s: %s"
        .formatted(
            file.getFileName(), verdict.word(), last.gate(), expected, last.judgement().findings());
  }

  private static String expected(Path file) {
    try {
      String first = Files.readString(file).lines().findFirst().orElseThrow();
      assertThat(first).as(file.toString()).startsWith(MARK);
      return first.substring(MARK.length()).strip();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> files(String folder) throws Exception {
    try (Stream<Path> list = Files.list(Path.of(CorpusTest.class.getResource(folder).toURI()))) {
      return list.sorted().toList();
    }
  }
}
