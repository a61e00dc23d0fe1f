package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsLinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern TEST_NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void every_relative_link_leads_somewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int seen = 0;
    for (Path page : Pages.all()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        if (link.group(1).contains("://")) {
          continue;
        }
        seen++;
        String[] parts = link.group(1).split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)
            || parts.length == 2 && !anchors(Files.readString(target)).contains(parts[1])) {
          broken.add(Pages.root().relativize(page) + ": " + link.group(1));
        }
      }
    }
    assertThat(seen).isGreaterThan(40);
    assertThat(broken).isEmpty();
  }

  private static Set<String> anchors(String page) {
    Set<String> anchors = new TreeSet<>();
    page.lines()
        .filter(line -> line.startsWith("#"))
        .forEach(line ->
            anchors.add(
                line.replaceFirst("^#+ ", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} -]", "")
                    .replace(' ', '-')));
    return anchors;
  }

  @Test
  void every_page_of_the_flow_has_its_twin() throws IOException {
    try (Stream<Path> pages = Files.list(Pages.root().resolve("docs/flow"))) {
      List<String> names = pages.map(p -> p.getFileName().toString()).sorted().toList();
      assertThat(names).hasSizeGreaterThan(13);
      for (String name : names) {
        assertThat(names)
            .contains(
                name.endsWith(".pt.md")
                    ? name.replace(".pt.md", ".md")
                    : name.replace(".md", ".pt.md"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"trader", "guardian", "mind", "commander"})
  void every_door_has_its_specification(String process) {
    assertThat(Pages.root().resolve("docs/openapi/" + process + ".yaml")).isRegularFile();
  }

  @Test
  void every_decision_stands_in_the_index_once() throws IOException {
    String index = Pages.text("docs/adr/README.md");
    Set<String> numbers = new TreeSet<>();
    try (Stream<Path> pages = Files.list(Pages.root().resolve("docs/adr"))) {
      for (Path page : pages.filter(p -> !p.endsWith("README.md")).sorted().toList()) {
        String name = page.getFileName().toString();
        assertThat(index).contains("](" + name + ")");
        assertThat(numbers.add(name.substring(0, 4)))
            .as(name + " has a number of its own")
            .isTrue();
      }
    }
    assertThat(numbers).hasSizeGreaterThan(10);
  }

  @Test
  void what_looks_wrong_and_is_right_names_tests_that_are_there() throws IOException {
    List<MatchResult> named =
        TEST_NAMED.matcher(Pages.text("docs/INTENTIONAL.md")).results().toList();
    assertThat(named).hasSizeGreaterThan(10);
    List<Path> tests;
    try (Stream<Path> files = Files.walk(Pages.root(), 12)) {
      tests =
          files
              .filter(p -> p.toString().contains("src/test/java") && p.toString().endsWith(".java"))
              .toList();
    }
    for (MatchResult test : named) {
      List<Path> of = tests.stream().filter(p -> p.endsWith(test.group(1) + ".java")).toList();
      assertThat(of).as(test.group()).isNotEmpty();
      assertThat(Files.readString(of.getFirst())).contains(" " + test.group(2) + "(");
    }
  }
}
