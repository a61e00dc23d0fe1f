package sorte.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.EnclosedProcess;
import sorte.guardian.sandbox.Encloser;
import sorte.guardian.sandbox.NotEnclosed;
import sorte.trading.home.Home;

/// Starts the processes of one home: behind walls where the kernel can wall in, as `doctor` says.
final class Launcher {
  private final Home home;
  private final Path build;
  private final Walls walls;
  private final @Nullable Encloser encloser;

  private Launcher(Home home, Path build, @Nullable Encloser encloser) {
    this.home = home;
    this.build = build;
    this.walls = new Walls(home, Path.of(System.getProperty("java.io.tmpdir")));
    this.encloser = encloser;
  }

  /// @param build the folder of Sorte's build
  /// @throws IOException where the kernel can wall in, and it does not succeed: nothing is started
  ///   without walls that could have them
  static Launcher of(Home home, Path build) throws IOException {
    Confinement here = Confinement.probe();
    try {
      return new Launcher(home, build, Encloser.possible(here) ? Encloser.on(here) : null);
    } catch (NotEnclosed e) {
      throw new IOException("the processes cannot be walled in: " + e.getMessage(), e);
    }
  }

  Running launch(Program program, List<String> more) throws IOException {
    Files.createDirectories(home.run(program.name()));
    Path log = home.logs().resolve(program.name() + ".log");
    List<String> command = program.command(build, home.root(), more);
    if (encloser == null) {
      return unwalled(program, command, log);
    }
    List<Path> given =
        program == Program.GUARDIAN ? more.stream().map(Path::of).toList() : List.of();
    try {
      EnclosedProcess process =
          encloser.start(
              command, environment(), walls.of(program, program.classPath(build), given), log);
      Optional<ProcessHandle> handle = ProcessHandle.of(process.pid());
      if (handle.isEmpty()) {
        throw new IOException("the " + program.name() + " ended at once; see " + log);
      }
      return Running.started(program, handle.get(), process.stdin());
    } catch (NotEnclosed e) {
      throw new IOException(
          "the %s was not started, since it could not be walled in: %s"
              .formatted(program.name(), e.getMessage()),
          e);
    }
  }

  private static Running unwalled(Program program, List<String> command, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    Process process = builder.start();
    return Running.started(program, process.toHandle(), process.getOutputStream());
  }

  /// What a JVM would take options from is left out.
  private static Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.keySet().removeIf(key -> key.startsWith("JAVA_") || key.startsWith("JDK_"));
    return environment;
  }
}
