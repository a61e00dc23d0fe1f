package sorte.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.sandbox.Confinement;

/// Attacks are stopped by the gate that each names in its first line; honest strategies pass.
class CorpusTest {
  private static final String MARK = "// stopped-by: ";

  @Test
  void every_attack_is_stopped_by_the_gate_it_names(@TempDir Path cache) throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    List<String> wrong = new ArrayList<>();
    List<Path> files = files("/attacks");
    assertThat(files).hasSizeGreaterThanOrEqualTo(40);
    try (Guardian guardian = Guardian.forChecking(cache)) {
      for (Path file : files) {
        String source = Files.readString(file);
        String expected = source.lines().findFirst().orElseThrow().substring(MARK.length());
        Verdict verdict = guardian.check("Attack.java", source);
        GateResult last = verdict.gates().getLast();
        boolean ours =
            last.judgement().findings().stream().anyMatch(f -> f.rule().equals("gate.broken"));
        if (ours || !(verdict instanceof Verdict.Rejected) || !last.gate().equals(expected)) {
          wrong.add(
              file.getFileName()
                  + ": "
                  + verdict.word()
                  + " by "
                  + last.gate()
                  + ", not "
                  + expected
                  + ": "
                  + last.judgement().findings());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_honest_strategy_passes(@TempDir Path cache) throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    List<String> wrong = new ArrayList<>();
    List<Path> files = files("/testdata/honest");
    assertThat(files).hasSizeGreaterThanOrEqualTo(15);
    try (Guardian guardian = Guardian.forChecking(cache)) {
      for (Path file : files) {
        Verdict verdict = guardian.check("Honest.java", Files.readString(file));
        if (!verdict.approved()) {
          wrong.add(file.getFileName() + ": " + verdict.toRecord());
        }
        assertThat(verdict.toJson("pt").path("accepted").asBoolean()).isEqualTo(verdict.approved());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Path> files(String folder) throws Exception {
    try (Stream<Path> list = Files.list(Path.of(CorpusTest.class.getResource(folder).toURI()))) {
      return list.sorted().toList();
    }
  }
}
