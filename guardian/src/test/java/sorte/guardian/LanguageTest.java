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
  private static final String MARK = "// stopped-by: ";

  @Test
  void each_attack_is_stopped_by_the_gate_it_names() throws Exception {
    List<Path> files = corpus("/attacks");
    assertThat(files).hasSizeGreaterThanOrEqualTo(200);
    List<String> wrong = new ArrayList<>();
    List<String> without = new ArrayList<>();
    Map<String, Integer> stopped = new TreeMap<>();
    for (Path file : files) {
      String source = Files.readString(file);
      String expected = source.lines().findFirst().orElseThrow().substring(MARK.length());
      Stop stop = LanguageGates.stop("Attack", source);
      stopped.merge(stop.gate(), 1, Integer::sum);
      if (!stop.gate().equals(expected)) {
        wrong.add(file.getFileName() + ": " + stop + ", not " + expected);
      } else if (stop.gate().equals("capability") && stop.line() == 0) {
        without.add(file.getFileName().toString());
      }
    }
    System.out.println("attacks by the gate that stopped them: " + stopped);
    System.out.println("capability findings without a line: " + without);
    assertThat(wrong).isEmpty();
    assertThat(without).as("findings without a line").hasSizeLessThan(files.size() / 4);
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

  @Test
  void the_shipped_strategies_run_to_their_end() throws Exception {
    Path folder = Path.of("../strategies/src/main/java/sorte/strategies");
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> files = list.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
      assertThat(files).hasSizeGreaterThanOrEqualTo(8);
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".java", "");
        String alone = Files.readString(file).replace("package sorte.strategies;", "");
        Stop stop = LanguageGates.stop(name, alone);
        if (!stop.gate().equals("none")) {
          wrong.add(name + ": " + stop);
        }
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
