package sorte.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sorte.guardian.LanguageGates.Stop;

/// The language of strategies, held by the corpora: each attack is stopped by the gate that its
/// first line names, each honest strategy runs to its end.
class LanguageTest {
  static final String MARK = "// stopped-by: ";

  /// Attacks that take the compiler's whole machine: only for a confined child.
  static final String CONFINED = "// runs: confined";

  @Test
  void each_attack_is_stopped_by_the_gate_it_names() throws Exception {
    List<Path> files = corpus("/attacks");
    assertThat(files).hasSizeGreaterThanOrEqualTo(200);
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> stopped = new TreeMap<>();
    for (Path file : files) {
      String source = Files.readString(file);
      String expected = source.lines().findFirst().orElseThrow().substring(MARK.length());
      if (source.lines().skip(1).findFirst().orElse("").equals(CONFINED)) {
        continue;
      }
      Stop stop = LanguageGates.stop("Attack", source);
      stopped.merge(stop.gate(), 1, Integer::sum);
      if (!stop.gate().equals(expected)) {
        wrong.add(file.getFileName() + ": " + stop + ", not " + expected);
      }
    }
    System.out.println("attacks by the gate that stopped them: " + stopped);
    assertThat(wrong).isEmpty();
    assertThat(stopped.keySet())
        .containsExactly("capability", "compile", "performance", "robustness", "source");
  }

  @Test
  void each_honest_strategy_runs_to_its_end() throws Exception {
    List<Path> files = corpus("/honest");
    assertThat(files).hasSizeGreaterThanOrEqualTo(60);
    List<String> wrong = new ArrayList<>();
    for (Path file : files) {
      Stop stop = LanguageGates.stop("Honest", Files.readString(file));
      if (!stop.gate().equals("none")) {
        wrong.add(file.getFileName() + ": " + stop);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Path> corpus(String folder) throws Exception {
    try (Stream<Path> list = Files.list(Path.of(LanguageTest.class.getResource(folder).toURI()))) {
      return list.sorted().toList();
    }
  }
}
