package sorte.guardian.sandbox;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sorte.guardian.sandbox.Kernel.Refused;
import sorte.guardian.sandbox.Landlock.Access;
import sorte.guardian.sandbox.Landlock.Rule;

/// Starts Sorte's own processes, each behind the walls of its [Enclosure]. As a child of judged
/// code is, each is born confined, from a thread that gives everything away first; unlike one, it
/// has its door on the network, folders that it writes, and outlives whom it pleases.
public final class Encloser {
  private static final long START_SECONDS = 30;
  private static final int O_APPENDING = 0x1 | 0x40 | 0x400 | 0x80000; // write, create, cloexec
  private static final int FOR_THE_OWNER = 0600;

  private final Kernel kernel;
  private final Spawn spawn;
  private final Confinement confinement;
  private final JavaRuntime runtime;

  private Encloser(Confinement confinement) throws IOException {
    this.confinement = confinement;
    this.kernel = Kernel.on(confinement.architecture().orElseThrow());
    this.spawn = new Spawn();
    this.runtime = JavaRuntime.here();
    rehearse();
  }

  /// Whether this machine can wall processes in.
  public static boolean possible(Confinement confinement) {
    return confinement.holds() && confinement.landlockAbi() >= Landlock.ABI_WITH_MOVES;
  }

  /// This machine's.
  ///
  /// @throws NotEnclosed where it cannot wall in: see [#possible]
  public static Encloser on(Confinement confinement) throws NotEnclosed {
    if (!possible(confinement)) {
      throw new NotEnclosed("this kernel cannot wall a process in: " + confinement.reason());
    }
    try {
      return new Encloser(confinement);
    } catch (IOException | IllegalStateException e) {
      throw new NotEnclosed(String.valueOf(e.getMessage()));
    }
  }

  /// Starts a process; what it says goes to the end of `log`.
  ///
  /// @param command the program, and what it is told
  public EnclosedProcess start(
      List<String> command, Map<String, String> environment, Enclosure enclosure, Path log)
      throws NotEnclosed {
    List<Rule> rules = rules(enclosure);
    List<String> given =
        environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    Pipe pipe;
    long said;
    try {
      pipe = Pipe.open(kernel);
      said = appending(log);
    } catch (Refused e) {
      throw new NotEnclosed(String.valueOf(e.getMessage()));
    }
    CompletableFuture<Integer> started = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("process-birth")
        .daemon(true)
        .start(() -> live(command, given, enclosure, rules, pipe.readEnd(), said, started));
    try {
      int pid = started.get(START_SECONDS, TimeUnit.SECONDS);
      return new EnclosedProcess(pid, Pipe.writing(kernel, pipe.writeEnd()));
    } catch (ExecutionException | TimeoutException e) {
      kernel.call(Call.CLOSE, pipe.writeEnd());
      throw new NotEnclosed("it was not born: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kernel.call(Call.CLOSE, pipe.writeEnd());
      throw new NotEnclosed("the wait for its start was interrupted");
    } finally {
      kernel.call(Call.CLOSE, pipe.readEnd());
      kernel.call(Call.CLOSE, said);
    }
  }

  /// The life of the thread that starts a process: as long as the process's, or as this one's.
  private void live(
      List<String> command,
      List<String> environment,
      Enclosure enclosure,
      List<Rule> rules,
      int stdin,
      long said,
      CompletableFuture<Integer> started) {
    int pid;
    try {
      pid =
          new EnclosedBirth(kernel, spawn, confinement)
              .start(command, environment, enclosure, rules, stdin, said);
    } catch (Refused | RuntimeException | Error e) {
      started.completeExceptionally(e);
      return;
    }
    started.complete(pid);
    ConfinedChild.reap(kernel, pid);
  }

  private List<Rule> rules(Enclosure enclosure) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : runtime.rules()) {
      boolean runs = rule.access() == Access.EXECUTE;
      rules.add(runs && !enclosure.startsChildren() ? new Rule(rule.path(), Access.READ) : rule);
    }
    rules.add(new Rule(runtime.java(), Access.RUN_ONE));
    for (Path loader : runtime.loaders()) {
      rules.add(new Rule(loader, Access.RUN_ONE));
    }
    for (Path path : enclosure.reads()) {
      if (Files.exists(path)) {
        rules.add(new Rule(path, Files.isDirectory(path) ? Access.READ : Access.READ_ONE));
      }
    }
    for (Path folder : enclosure.writes()) {
      if (Files.isDirectory(folder)) {
        rules.add(new Rule(folder, Access.WRITE));
      }
    }
    return rules;
  }

  private long appending(Path log) throws Refused {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(log.toString());
      return kernel.must(
          "opening " + log,
          Call.OPENAT,
          Landlock.AT_FDCWD,
          path.address(),
          O_APPENDING,
          FOR_THE_OWNER);
    }
  }

  /// A confined thread reads no class file any more: all that it uses is loaded before.
  private void rehearse() throws IOException {
    try {
      SeccompFilter.enclosed(kernel.architecture(), true).rehearse();
      SeccompFilter.enclosed(kernel.architecture(), false).rehearse();
      Landlock.rehearse(kernel);
      Pipe pipe = Pipe.open(kernel);
      ConfinedChild.rehearse(kernel, pipe);
      pipe.close(kernel);
      spawn.rehearse();
      EnclosedBirth.rehearse(kernel, spawn, confinement);
    } catch (Refused e) {
      throw new IOException(e);
    }
  }
}
