package sorte.strategy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// `../shared` beside the repository: recorded bars and what others computed on them.
final class SharedMaterial {
  private SharedMaterial() {}

  /// A file of it; the test is skipped, saying so, where it is not there.
  static Path file(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    Assumptions.abort("skipped: ../shared/" + name + " is not beside this repository");
    throw new AssertionError("unreachable");
  }
}
