package sorte.guardian.child;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import sorte.guardian.sandbox.ChildLimits;
import sorte.guardian.sandbox.ConfinedChild;
import sorte.guardian.sandbox.Launch;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.sandbox.Sandbox;
import sorte.guardian.sandbox.Unconfined;
import sorte.strategy.Strategy;

/// Starts strategies with the language off, confined or free.
public final class LooseRuns {

  private static final int HEAP_MEGABYTES = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Limits LIMITS = new Limits(HEAP_MEGABYTES, 220, 2, 64, 1 << 20, PATIENCE);
  private static final Limits COMPILER =
      new Limits(160, 400, 6, 256, 32 << 20, Duration.ofSeconds(9));

  private final Path folder;
  private final Path base;

  /// What a run came to.
  ///
  /// @param entries how often the strategy entered
  /// @param end `done`, or what ended it before
  public record Ran(int entries, String end) {
    public boolean done() {
      return end.equals("done");
    }
  }

  /// @param folder open to all, where class paths are laid out
  public LooseRuns(Path folder) throws IOException {
    this.folder = folder;
    this.base = Files.write(folder.resolve("base.jar"), jar());
    Files.createDirectory(folder.resolve("empty"));
  }

  private static byte[] jar() throws IOException {
    return ChildJar.plain()
        .add("sorte/guardian/child/LooseRun.class", List.of("sorte/guardian/child/LooseRun"))
        .add("sorte/guardian/child/Child.class", List.of("sorte/guardian/sandbox/"))
        .add("sorte/guardian/MadeUpBars.class", List.of("sorte/guardian/MadeUpBars"))
        .add("sorte/strategy/Strategy.class", List.of("sorte/strategy/"))
        .bytes();
  }

  /// Compiles with all modules of the JDK in sight; the class path to run.
  public Path compile(String name, String source) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(classes.resolve("Attack.java"), source);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                said,
                "-proc:none",
                "-nowarn",
                "-XDignore.symbol.file",
                "-cp",
                api(),
                "--add-exports",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "-d",
                classes.toString(),
                file.toString());
    if (failed != 0) {
      throw new IOException(name + " does not compile: " + said.toString(StandardCharsets.UTF_8));
    }
    try (Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.toList()) {
        boolean directory = Files.isDirectory(path);
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(directory ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
    return classes;
  }

  private static String api() {
    try {
      return Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// With nothing between it and the machine.
  public Ran free(Path classes, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + HEAP_MEGABYTES + "m", "-Xss512k", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", base + ":" + classes));
    command.addAll(List.of(LooseRun.class.getName(), "free", "Attack"));
    return free(command, environment, PATIENCE);
  }

  /// The compiler over a source, with nothing between it and the machine but a heap as large as a
  /// child's.
  public Ran compilerFree(String source) throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            Files.createTempDirectory(folder, "compiler").resolve("Attack.java"), source);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("-J-Xmx" + COMPILER.heapMegabytes() + "m", "-J-XX:+UseSerialGC"));
    command.addAll(List.of("-J-XX:+ExitOnOutOfMemoryError", "-J-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-proc:none", "-nowarn", "-cp", api(), "-d"));
    command.addAll(List.of(String.valueOf(file.getParent()), file.toString()));
    Ran ran = free(command, Map.of(), COMPILER.deadline());
    return ran.end().equals("exit 0") ? new Ran(0, "done") : ran;
  }

  private Ran free(List<String> command, Map<String, String> environment, Duration patience)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.resolve("empty").toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean over = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (!over) {
      process.destroyForcibly().waitFor();
    }
    return ran(Files.readString(out), over ? "exit " + process.exitValue() : "time");
  }

  /// Confined as a child is, whatever the language would have said.
  public Ran confined(Path classes) throws IOException, InterruptedException {
    List<String> java = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
    java.addAll(List.of("-cp", base + ":" + classes, LooseRun.class.getName(), "confined"));
    java.addAll(ChildLimits.of(LIMITS).arguments());
    java.add("Attack");
    Launch launch = new Launch(List.of(base, classes), java, LIMITS);
    return switch (Sandbox.here().start(launch, folder.resolve("empty"))) {
      case Unconfined(String reason) -> throw new IOException("unconfined: " + reason);
      case ConfinedChild child -> {
        try (child) {
          StringBuilder said = new StringBuilder();
          Thread reader = Thread.ofPlatform().start(() -> said.append(all(child.stdout())));
          var exit = child.await(PATIENCE);
          if (exit.isEmpty()) {
            child.kill();
          }
          reader.join();
          yield ran(said.toString(), exit.map(e -> "exit " + e).orElse("time"));
        }
      }
    };
  }

  private static String all(InputStream in) {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "CUT " + e.getMessage();
    }
  }

  private static Ran ran(String said, String exit) {
    int entries = 0;
    String end = exit;
    for (String line : said.lines().toList()) {
      if (line.startsWith("ENTRIES ")) {
        entries = Integer.parseInt(line.substring("ENTRIES ".length()));
        end = end.equals(exit) ? "done" : end;
      } else if (line.startsWith("FAULT ")) {
        end = line;
      }
    }
    boolean whole = said.contains("DONE") || !end.equals("done");
    return new Ran(entries, whole ? end : exit);
  }

  /// The limits that an attack on the compiler is given.
  public static Limits compilerLimits() {
    return COMPILER;
  }

  /// For those who clear away.
  public static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
