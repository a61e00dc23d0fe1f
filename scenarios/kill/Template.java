package kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// A home whose first version is in service, at rest: every run starts from a copy.
///
/// @param main commit of its `main`
/// @param artifact of its stable version
record Template(Path root, String main, String artifact) {

  static Template make(Path build, Path root) throws Exception {
    Living living = new Living(build, root);
    try {
      living.awaitReady();
      var main = living.door("guardian").get("/main");
      living.end();
      return new Template(root, main.path("commit").asText(), main.path("artifact").asText());
    } finally {
      living.clear();
    }
  }

  void copyTo(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(root.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
