package sorte.change.commander;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.trading.words.Phrasebook;

class DocumentsTest {
  @TempDir private Path root;

  private static Path repository() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("docs/ARCHITECTURE.md"))) {
      at = at.getParent();
    }
    return at;
  }

  @Test
  void the_routes_are_those_of_the_published_specification() throws IOException {
    TreeSet<String> published = new TreeSet<>();
    String path = "";
    for (String line : Files.readAllLines(repository().resolve("docs/openapi/commander.yaml"))) {
      if (line.matches("  /.*:")) {
        path = line.strip().replaceAll(":$", "");
      } else if (line.matches("    (get|post):")) {
        published.add(
            line.strip().replace(":", "").toUpperCase(java.util.Locale.ROOT) + " " + path);
      }
    }
    try (Stage stage = new Stage(root, "{}")) {
      stage.start();
      assertThat(new TreeSet<>(stage.commander.routes())).isEqualTo(published).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sorte/change/commander/words",
        "sorte/change/observe/words",
        "sorte/change/learn/words"
      })
  void every_phrase_exists_in_both_languages(String book) {
    assertThat(Phrasebook.load(book, "pt").keys())
        .isEqualTo(Phrasebook.load(book, "en").keys())
        .isNotEmpty();
  }

  @Test
  void every_event_has_its_sentence() {
    Phrasebook book = Phrasebook.load(Alerts.WORDS, "pt");
    for (Class<?> kind : sorte.change.log.ChangeEvent.class.getPermittedSubclasses()) {
      String name = kind.getSimpleName();
      if (!List.of("Analysed", "LessonLearned", "Recovered").contains(name)) {
        assertThat(book.has("event." + name)).as(name).isTrue();
      }
    }
  }
}
