package sorte.guardian.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sorte.guardian.sandbox.Landlock.Access;
import sorte.guardian.sandbox.Landlock.Rule;

/// The Java that children run on, and the folders it needs.
///
/// @param loaders the C library's own, without which no program starts
record JavaRuntime(Path java, List<Rule> rules, List<Path> loaders) {

  private static final Pattern C_LIBRARY = Pattern.compile("(libc[.-].*|ld-.*)\\.?so.*|ld-.*");
  private static final int LINKS_DEPTH = 5;

  /// This JVM's own.
  static JavaRuntime here() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule(home, Access.EXECUTE));
    for (Path folder : libraryFolders(home)) {
      rules.add(new Rule(folder, Access.EXECUTE));
    }
    for (Path target : linkedOut(home)) {
      rules.add(new Rule(target, Files.isDirectory(target) ? Access.READ : Access.READ_ONE));
    }
    rules.add(new Rule(Path.of("/dev/null"), Access.DEVICE));
    rules.add(new Rule(Path.of("/dev/urandom"), Access.READ_ONE));
    rules.add(new Rule(Path.of("/dev/random"), Access.READ_ONE));
    List<Path> loaders =
        mapped(home).filter(f -> f.getFileName().toString().startsWith("ld-")).toList();
    return new JavaRuntime(home.resolve("bin/java"), List.copyOf(rules), loaders);
  }

  /// Where the C library and the loader of this very process were mapped from.
  private static TreeSet<Path> libraryFolders(Path home) throws IOException {
    TreeSet<Path> folders = new TreeSet<>();
    mapped(home).forEach(file -> folders.add(file.getParent()));
    if (folders.isEmpty()) {
      throw new IOException("the C library is not in this process's memory map");
    }
    return folders;
  }

  /// The files of the C library that are mapped here.
  private static Stream<Path> mapped(Path home) throws IOException {
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps
          .map(line -> line.indexOf('/') < 0 ? "" : line.substring(line.indexOf('/')))
          .distinct()
          .filter(file -> !file.isEmpty())
          .map(Path::of)
          .filter(file -> !file.startsWith(home))
          .filter(file -> C_LIBRARY.matcher(file.getFileName().toString()).matches())
          .toList()
          .stream();
    }
  }

  /// Some distributions keep parts of the JDK (its configuration) elsewhere, behind links.
  private static TreeSet<Path> linkedOut(Path home) throws IOException {
    TreeSet<Path> targets = new TreeSet<>();
    try (Stream<Path> all = Files.walk(home, LINKS_DEPTH)) {
      for (Path link : all.filter(Files::isSymbolicLink).toList()) {
        if (Files.exists(link)) {
          Path target = link.toRealPath();
          if (!target.startsWith(home)) {
            targets.add(target);
          }
        }
      }
    }
    return targets;
  }
}
