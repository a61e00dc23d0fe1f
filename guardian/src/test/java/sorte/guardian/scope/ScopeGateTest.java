package sorte.guardian.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sorte.guardian.Candidate;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.trading.door.Json;

class ScopeGateTest {
  private static final String MAIN = "strategies/src/main/java/sorte/strategies/";
  private static final String TEST = "strategies/src/test/java/sorte/strategies/";

  private static SortedMap<String, String> base() {
    SortedMap<String, String> base = new TreeMap<>();
    base.put(MAIN + "EmaCross.java", "old");
    base.put(TEST + "EmaCrossTest.java", "test");
    return base;
  }

  private static Judgement judged(Origin origin, Map<String, Optional<String>> files) {
    return new ScopeGate()
        .judge(
            new Dossier(
                new Candidate(
                    "1", origin, base(), new TreeMap<>(files), Json.MAPPER.missingNode(), "")));
  }

  private static List<String> rules(Map<String, Optional<String>> files) {
    List<String> person =
        judged(Origin.PERSON, files).findings().stream().map(Finding::rule).toList();
    assertThat(judged(Origin.OWN, files).findings().stream().map(Finding::rule).toList())
        .as("who asks changes nothing about the zones")
        .isEqualTo(person);
    return person;
  }

  private static List<String> with(String path) {
    return rules(Map.of(MAIN + "EmaCross.java", Optional.of("new"), path, Optional.of("text")));
  }

  @Test
  void a_strategy_and_new_tests_of_it_are_free() {
    assertThat(rules(Map.of(MAIN + "EmaCross.java", Optional.of("new")))).isEmpty();
    assertThat(rules(Map.of(MAIN + "Other.java", Optional.of("new")))).isEmpty();
    assertThat(with(TEST + "EmaCrossMoreTest.java")).isEmpty();
  }

  @Test
  void new_tests_alone_are_judged_with_the_strategy_that_they_are_for() {
    Dossier dossier = tests("ema-cross", TEST + "EmaCrossDecisionsTest.java");
    assertThat(new ScopeGate().judge(dossier).findings()).isEmpty();
    assertThat(dossier.path()).isEqualTo(MAIN + "EmaCross.java");
    assertThat(dossier.source()).isEqualTo("old");
    for (Dossier other :
        List.of(
            tests("", TEST + "EmaCrossDecisionsTest.java"),
            tests("no-such", TEST + "NoSuchDecisionsTest.java"))) {
      assertThat(new ScopeGate().judge(other).findings().stream().map(Finding::rule).toList())
          .containsExactly("scope.one-strategy");
    }
    Dossier known = tests("ema-cross", TEST + "EmaCrossTest.java");
    assertThat(new ScopeGate().judge(known).findings().stream().map(Finding::rule).toList())
        .containsExactly("scope.existing-test");
  }

  private static Dossier tests(String strategy, String path) {
    SortedMap<String, Optional<String>> files = new TreeMap<>(Map.of(path, Optional.of("text")));
    return new Dossier(
        new Candidate("1", Origin.PERSON, base(), files, Json.MAPPER.missingNode(), strategy));
  }

  /// Each row of the table is tried with a path of its own; a row added without one fails here.
  @Test
  void every_row_of_the_table_holds_for_a_path_of_its_own() throws Exception {
    List<String> wrong = new ArrayList<>();
    Path table = Path.of(Zones.class.getResource("zones.tsv").toURI());
    int rows = 0;
    for (String line : Files.readAllLines(table)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      rows++;
      String[] cells = line.split("\t");
      String path =
          cells[1]
              .replaceAll("^\\*\\*$", "docs/page.md")
              .replace("**/", "a/b/")
              .replace("/**", "/x/Y.java")
              .replace("*", "name");
      String seen = Zones.read().of(path).name().toLowerCase(java.util.Locale.ROOT);
      if (!seen.equals(cells[0])) {
        wrong.add(path + " is " + seen + ", the row says " + cells[0]);
      }
      if (!cells[0].equals("free") && !path.startsWith(".")) {
        assertThat(with(path)).as(path).containsExactly("scope." + cells[0]);
      }
      if (path.startsWith(".")) {
        assertThat(with(path)).as(path).containsExactly("scope.path");
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).isGreaterThanOrEqualTo(15);
  }

  @Test
  void a_build_file_among_the_strategies_is_sealed_and_the_root_of_them_guarded() {
    assertThat(with("strategies/pom.xml")).containsExactly("scope.sealed");
    assertThat(with("strategies/src/main/java/pom.xml")).contains("scope.sealed");
    assertThat(with("strategies/src/main/resources/seeds/index")).containsExactly("scope.guarded");
    assertThat(with("strategies/README.md")).containsExactly("scope.guarded");
  }

  @Test
  void odd_paths_are_refused_by_name() {
    for (String odd :
        List.of(
            "../x.java",
            "strategies/../guardian/X.java",
            "/etc/passwd",
            "strategies//X.java",
            "strategies/./X.java",
            ".git/hooks/pre-commit",
            "strategies/.hidden/X.java",
            "strategies/X.java ",
            "strategies/X\u0000.java",
            "strategies/Estrat\u00e9gia.java",
            "strategies\\X.java",
            "strategies/X.",
            "C:/X.java",
            "",
            MAIN + "a/".repeat(100) + "X.java")) {
      assertThat(with(odd)).as(odd).contains("scope.path");
    }
  }

  @Test
  void a_name_that_differs_by_case_alone_is_refused() {
    assertThat(rules(Map.of(MAIN + "EMACROSS.java", Optional.of("new"))))
        .containsExactly("scope.case");
  }

  @Test
  void an_existing_test_stays_as_it_is_whoever_asks() {
    assertThat(with(TEST + "EmaCrossTest.java")).containsExactly("scope.existing-test");
    assertThat(
            rules(
                Map.of(
                    MAIN + "EmaCross.java",
                    Optional.of("new"),
                    TEST + "EmaCrossTest.java",
                    Optional.empty())))
        .containsExactly("scope.existing-test");
  }

  @Test
  void a_change_is_one_strategy_of_bounded_size_that_stays() {
    assertThat(rules(Map.of())).contains("scope.nothing");
    assertThat(with(MAIN + "Other.java")).containsExactly("scope.one-strategy");
    assertThat(rules(Map.of(MAIN + "EmaCross.java", Optional.empty())))
        .containsExactly("scope.removed");
    assertThat(rules(Map.of(MAIN + "Gone.java", Optional.empty()))).contains("scope.not-there");
    assertThat(rules(Map.of(MAIN + "deep/X.java", Optional.of("x"))))
        .containsExactly("scope.strategy-path");
    assertThat(rules(Map.of(MAIN + "lower.java", Optional.of("x"))))
        .containsExactly("scope.strategy-path");
    assertThat(
            rules(
                Map.of(
                    MAIN + "EmaCross.java",
                    Optional.of("x".repeat(ScopeGate.FILE_BYTES_MOST + 1)))))
        .containsExactly("scope.too-large");
    Map<String, Optional<String>> many = new TreeMap<>();
    many.put(MAIN + "EmaCross.java", Optional.of("x"));
    for (int i = 0; i < ScopeGate.FILES_MOST; i++) {
      many.put(TEST + "New" + i + "Test.java", Optional.of("x"));
    }
    assertThat(rules(many)).containsExactly("scope.too-many");
  }

  @Test
  void their_tests_are_a_persons_own_to_change_and_nobody_elses() {
    Map<String, Optional<String>> files =
        Map.of(
            MAIN + "EmaCross.java",
            Optional.of("new"),
            TEST + "EmaCrossTest.java",
            Optional.of("x"));
    assertThat(judged(Origin.HAND, files).findings()).isEmpty();
    assertThat(rules(files)).containsExactly("scope.existing-test");
    assertThat(judged(Origin.HAND, Map.of("pom.xml", Optional.of("x"))).findings())
        .extracting(Finding::rule)
        .containsExactly("scope.sealed");
  }

  @Test
  void a_lone_file_is_looked_at_and_becomes_part_of_nothing() {
    Judgement judgement = judged(Origin.CHECK, Map.of("X.java", Optional.of("class X {}")));
    assertThat(judgement.outcome()).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  void a_table_that_cannot_be_read_stops_the_gate() {
    assertThatThrownBy(() -> Zones.parse("# nothing\n")).hasMessageContaining("names no path");
    assertThatThrownBy(() -> Zones.parse("free strategies/**\n")).hasMessageContaining("row");
    assertThatThrownBy(() -> Zones.parse("open\tstrategies/**\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
