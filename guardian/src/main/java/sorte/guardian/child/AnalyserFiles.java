package sorte.guardian.child;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import sorte.trading.release.GuardianKey.Digest;

/// What the build put aside for the analysers: `classes`, our adapter, and `lib`, SpotBugs, PMD and
/// what they need. Each jar is one that is listed here by its digest, and all that are listed are
/// there, or nothing is used.
final class AnalyserFiles {

  /// The jar of our own adapter.
  static final String ADAPTER = "analyser.jar";

  private static final String LIST = "analyser.sha256";
  private static final String CANARY = "sorte/analyser/canary/Canary";

  private final SortedMap<String, byte[]> jars;
  private final AnalyseTask canary;

  private AnalyserFiles(SortedMap<String, byte[]> jars, AnalyseTask canary) {
    this.jars = jars;
    this.canary = canary;
  }

  /// Where the build of this very process put them: below `-Dsorte.analyser`, below `-Dsorte.root`,
  /// or beside the folder that this class comes from.
  static Path built() {
    String named = System.getProperty("sorte.analyser", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    String root = System.getProperty("sorte.root", "");
    return (root.isEmpty() ? besideThis() : Path.of(root)).resolve("analyser").resolve("target");
  }

  /// From `guardian/target/classes` or `guardian/target/guardian.jar` to the folder of the modules.
  private static Path besideThis() {
    URI here =
        URI.create(
            AnalyserFiles.class.getProtectionDomain().getCodeSource().getLocation().toString());
    Path module = Path.of(here).resolveSibling("..").normalize();
    return module.resolveSibling("");
  }

  static AnalyserFiles read(Path folder) throws IOException {
    Path classes = folder.resolve("classes");
    Path lib = folder.resolve("lib");
    if (!Files.isDirectory(classes) || !Files.isDirectory(lib)) {
      throw new IOException("the analysers are not in " + folder + ": build again (./sorte)");
    }
    SortedMap<String, String> listed = listed();
    SortedMap<String, byte[]> jars = new TreeMap<>();
    try (Stream<Path> files = Files.list(lib)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        if (!Digest.sha256(bytes).equals(listed.get(name))) {
          throw new IOException(file + " is not the one that is listed: remove it, build again");
        }
        jars.put(name, bytes);
      }
    }
    if (!jars.keySet().equals(listed.keySet())) {
      TreeSet<String> missing = new TreeSet<>(listed.keySet());
      missing.removeAll(jars.keySet());
      throw new IOException("of the analysers these are missing: " + missing + "; build again");
    }
    jars.put(ADAPTER, adapter(classes).bytes());
    return new AnalyserFiles(jars, canary(classes));
  }

  private static ChildJar adapter(Path classes) throws IOException {
    return ChildJar.plain().addFolder(classes, List.of("sorte/analyser/", "META-INF/services/"));
  }

  /// What the adapter of this build is, by its digest; `none` where the build has none.
  static String adapter() throws IOException {
    Path classes = built().resolve("classes");
    return Files.isDirectory(classes) ? adapter(classes).digest() : "none";
  }

  private static SortedMap<String, String> listed() throws IOException {
    SortedMap<String, String> listed = new TreeMap<>();
    try (InputStream in = AnalyserFiles.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IOException(LIST + " is not in this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().map(line -> line.split(" +")).forEach(row -> listed.put(row[1], row[0]));
    }
    return listed;
  }

  private static AnalyseTask canary(Path classes) throws IOException {
    SortedMap<String, byte[]> made = new TreeMap<>();
    for (String part : List.of("", "$Parameters")) {
      made.put(
          CANARY.replace('/', '.') + part,
          Files.readAllBytes(classes.resolve(CANARY + part + ".class")));
    }
    String source = Files.readString(classes.resolve(CANARY + ".java"));
    return new AnalyseTask(CANARY + ".java", source, made);
  }

  SortedMap<String, byte[]> jars() {
    return jars;
  }

  /// What they must find fault with before they are believed.
  AnalyseTask canary() {
    return canary;
  }
}
