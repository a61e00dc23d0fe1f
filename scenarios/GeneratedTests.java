import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import sorte.change.pin.Pinning;
import sorte.change.pin.Pinning.Pinned;
import sorte.guardian.Guardian;
import sorte.guardian.compile.CompileGate;

/// Writes tests for strategies and counts the mutants of PIT that they kill, for `scenarios/generated-tests`.
public final class GeneratedTests {
  private static final double GOAL = 80;
  private static final Pattern CLASS = Pattern.compile("class\\s+(\\w+)\\s+extends\\s+(?:[\\w.]+\\.)?Strategy\\b");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");

  private final Path out;
  private final String classes;
  private final String pit;
  private int mutants;
  private int killed;
  private int failed;

  private GeneratedTests(Path out, String classes, String pit) {
    this.out = out;
    this.classes = classes;
    this.pit = pit;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 4) {
      System.err.println("usage: scenarios/generated-tests FILE.java...");
      System.exit(2);
    }
    GeneratedTests run = new GeneratedTests(Path.of(arguments[0]), arguments[1], arguments[2]);
    System.out.printf("%-24s %5s %12s %8s %7s %6s  %s%n", "strategy", "tests", "slips caught", "mutants", "killed", "%", "alive");
    try (Guardian guardian = Guardian.forChecking(Files.createDirectories(run.out.resolve("cache")))) {
      Pinning pinning = new Pinning(guardian);
      for (String file : List.of(arguments).subList(3, arguments.length)) {
        run.one(pinning, Path.of(file));
      }
    }
    double rate = run.mutants == 0 ? 0 : 100.0 * run.killed / run.mutants;
    System.out.printf(Locale.ROOT, "%-24s %5s %12s %8d %7d %6.1f%n", "all", "", "", run.mutants, run.killed, rate);
    System.exit(run.failed == 0 && rate >= GOAL ? 0 : 1);
  }

  private void one(Pinning pinning, Path file) throws IOException, InterruptedException {
    String name = file.getFileName().toString().replace(".java", "");
    String source = Files.readString(file);
    Matcher type = CLASS.matcher(source);
    if (!type.find()) {
      System.err.println(file + " holds no class that extends Strategy");
      failed++;
      return;
    }
    String simple = type.group(1);
    String test = simple + Pinning.SUFFIX;
    if (!(pinning.pin(simple + ".java", source, test) instanceof Pinned.Written written)) {
      System.out.printf("%-24s no tests could be written%n", name);
      failed++;
      return;
    }
    Path folder = fresh(out.resolve(name));
    Matcher named = PACKAGE.matcher(source);
    String prefix = named.find() ? named.group(1) + "." : "";
    Files.writeString(folder.resolve(simple + ".java"), CompileGate.complete(source));
    Files.writeString(folder.resolve(test + ".java"), written.text());
    Path main = compiled(folder, simple, classes, "main");
    Path tests = compiled(folder, test, main + ":" + classes, "test");
    mutate(folder, main, tests, prefix + simple, prefix + test);
    report(name, written, folder);
  }

  private static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  private static Path compiled(Path folder, String type, String classPath, String into) throws IOException {
    Path target = Files.createDirectories(folder.resolve(into));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-g", "-proc:none", "-nowarn", "-cp", classPath, "-d", target.toString(),
                folder.resolve(type + ".java").toString());
    if (result != 0) {
      throw new IllegalStateException(type + " does not compile");
    }
    return target;
  }

  private void mutate(Path folder, Path main, Path tests, String type, String test) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", main + ":" + tests + ":" + pit + ":" + classes,
        "org.pitest.mutationtest.commandline.MutationCoverageReport",
        "--reportDir", folder.resolve("pit").toString(), "--targetClasses", type + "," + type + "$*", "--targetTests", test,
        "--sourceDirs", folder.toString(), "--mutableCodePaths", main.toString(), "--outputFormats", "CSV",
        "--timestampedReports=false", "--verbosity", "QUIET"));
    int result = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("pit.log").toFile()).start().waitFor();
    if (result != 0) {
      throw new IllegalStateException("PIT did not run: see " + folder.resolve("pit.log"));
    }
  }

  private void report(String name, Pinned.Written written, Path folder) throws IOException {
    int all = 0;
    int dead = 0;
    Map<String, Integer> alive = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("pit/mutations.csv"))) {
      String[] cells = line.split(",", -1);
      all++;
      if (List.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR").contains(cells[5])) {
        dead++;
      } else {
        String mutator = cells[2].substring(cells[2].lastIndexOf('.') + 1).replace("Mutator", "");
        alive.merge(mutator + " " + cells[3] + ":" + cells[4], 1, Integer::sum);
      }
    }
    double rate = all == 0 ? 0 : 100.0 * dead / all;
    mutants += all;
    killed += dead;
    System.out.printf(Locale.ROOT, "%-24s %5d %12s %8d %7d %6.1f  %s%n", name, written.tests(),
        written.caught() + "/" + written.slips(), all, dead, rate, String.join("; ", alive.keySet()));
  }
}
