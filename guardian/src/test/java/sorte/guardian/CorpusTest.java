package sorte.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.CompilerHere;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.scope.ScopeGate;
import sorte.guardian.source.SourceGate;
import sorte.trading.door.Json;

/// Attacks are stopped by the gate that each names in its first line; honest strategies pass. By
/// default the gates that run nothing look at all of them in this JVM, and a few go the whole way
/// through confined children; all of them do in the long run.
class CorpusTest {
  private static final String MARK = "// stopped-by: ";

  /// The gates before anything of a candidate runs.
  private static final List<String> STATIC = List.of("scope", "source", "compile", "capability");

  /// Files of one kind that go through confined children by default.
  private static final int A_FEW = 3;

  @Test
  void every_attack_is_stopped_by_the_gate_it_names_or_reaches_the_children() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<Path> files = files("/attacks");
    assertThat(files).hasSizeGreaterThanOrEqualTo(40);
    for (Path file : files) {
      String expected = expected(file);
      Verdict verdict = statically(file, "Attack.java");
      boolean right = STATIC.contains(expected) ? stopped(verdict, expected) : verdict.approved();
      if (!right) {
        wrong.add(told(file, verdict, expected));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_honest_strategy_is_let_through_to_the_children() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<Path> files = files("/testdata/honest");
    assertThat(files).hasSizeGreaterThanOrEqualTo(15);
    for (Path file : files) {
      Verdict verdict = statically(file, "Honest.java");
      if (!verdict.approved()) {
        wrong.add(told(file, verdict, "-"));
      }
    }
    assertThat(wrong).isEmpty();
  }

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
    assertThat(wrong(cache, attacks, files("/testdata/honest").subList(0, A_FEW))).isEmpty();
  }

  @Test
  @Tag("long")
  void all_of_them_meet_all_gates_in_confined_children(@TempDir Path cache) throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    assertThat(wrong(cache, files("/attacks"), files("/testdata/honest"))).isEmpty();
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

  private static Verdict statically(Path file, String name) throws IOException {
    Dossier dossier =
        new Dossier(
            new Candidate(
                "",
                Candidate.Origin.CHECK,
                new TreeMap<>(),
                new TreeMap<>(Map.of(name, Optional.of(Files.readString(file)))),
                Json.MAPPER.missingNode(),
                ""));
    List<GateResult> results = new ArrayList<>();
    for (Gate gate :
        List.of(
            new ScopeGate(),
            new SourceGate(),
            new CompileGate(new CompilerHere()),
            new CapabilityGate())) {
      results.add(new GateResult(gate.name(), gate.judge(dossier), 0));
      if (!(Verdict.of(results) instanceof Verdict.Approved)) {
        break;
      }
    }
    return Verdict.of(results);
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
