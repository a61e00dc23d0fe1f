package sorte.guardian.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder where the analysers find the classes of the strategy at hand, written here, since
/// they write nothing themselves. Its name begins with the id of this process: what a guardian that
/// was killed left behind goes when the next one opens.
record LookedAt(Path folder) {

  private static final String PREFIX = "looked-at-";

  static LookedAt open(Path root) throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      for (Path old : all.filter(LookedAt::abandoned).toList()) {
        new LookedAt(old).close();
      }
    }
    Path folder = Files.createTempDirectory(root, PREFIX + ProcessHandle.current().pid() + "-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new LookedAt(folder);
  }

  private static boolean abandoned(Path folder) {
    String name = folder.getFileName().toString();
    if (!name.matches(PREFIX + "[0-9]{1,18}-[0-9]+")) {
      return false;
    }
    Optional<ProcessHandle> owner =
        ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length()).split("-")[0]));
    return owner.isEmpty();
  }

  /// Writes the classes where the analysers may read them.
  Path put(AnalyseTask task) throws IOException {
    ChildJar jar = ChildJar.plain();
    task.classes().forEach((name, bytes) -> jar.file(name.replace('.', '/') + ".class", bytes));
    Path file = Files.createTempFile(folder, "of-", ".jar");
    Files.write(file, jar.bytes());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    return file;
  }

  void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /// Takes all of it away; what cannot be taken away is for the next one to find.
  void close() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : List.copyOf(files.toList())) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException _) {
      // as said
    }
  }
}
