package sorte.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The pages of the repository.
final class Pages {
  private Pages() {}

  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("docs/ARCHITECTURE.md"))) {
      at = at.getParent();
    }
    return at;
  }

  static String text(String page) throws IOException {
    return Files.readString(root().resolve(page));
  }

  /// Every page there is; what was built does not count.
  static List<Path> all() throws IOException {
    try (Stream<Path> docs = Files.walk(root().resolve("docs"));
        Stream<Path> top = Files.list(root())) {
      return Stream.concat(top, docs).filter(p -> p.toString().endsWith(".md")).sorted().toList();
    }
  }
}
