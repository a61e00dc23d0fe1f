package sorte.strategies.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What travels in the jar for a new home: the sources of the strategies and of their tests.
class SeedsTest {
  private static final Path ROOT = Path.of("..");

  private static List<String> index() throws IOException {
    return new String(resource("index"), StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SeedsTest.class.getResourceAsStream("/seeds/" + name)) {
      assertThat(in).as("seeds/%s in the jar", name).isNotNull();
      return in.readAllBytes();
    }
  }

  @Test
  void the_index_names_every_strategy_and_its_test_and_nothing_else() throws IOException {
    try (Stream<Path> main = Files.list(Path.of("src/main/java/sorte/strategies"));
        Stream<Path> test = Files.list(Path.of("src/test/java/sorte/strategies"))) {
      List<String> sources =
          Stream.concat(main, test)
              .filter(Files::isRegularFile)
              .map(path -> "strategies/" + path.toString().replace('\\', '/'))
              .filter(path -> !path.endsWith("package-info.java"))
              .sorted()
              .toList();
      assertThat(index()).hasSize(16).containsExactlyElementsOf(sources);
    }
  }

  @Test
  void every_file_travels_byte_for_byte() throws IOException {
    for (String path : index()) {
      assertThat(resource(path)).as(path).isEqualTo(Files.readAllBytes(ROOT.resolve(path)));
    }
  }

  @Test
  void a_copied_test_needs_nothing_but_the_api_and_junit() throws IOException {
    int imports = 0;
    for (String path : index()) {
      for (String line : Files.readAllLines(ROOT.resolve(path))) {
        if (line.startsWith("import ")) {
          imports++;
          assertThat(line)
              .as(path)
              .matches(
                  "import (static )?(sorte\\.strategy\\.|org\\.junit\\.jupiter\\.api\\.|java\\.util\\.).*");
        }
      }
    }
    assertThat(imports).isGreaterThan(50);
  }

  @Test
  void a_strategy_names_nothing_that_runs_strategies() throws IOException {
    for (String path : index()) {
      if (path.contains("/main/")) {
        assertThat(Files.readString(ROOT.resolve(path))).as(path).doesNotContain("strategy.run");
      }
    }
  }
}
