package sorte.guardian.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sorte.guardian.sandbox.Kernel.Refused;
import sorte.guardian.sandbox.Landlock.Access;
import sorte.guardian.sandbox.Landlock.Rule;

/// Starts children that are born confined, or nothing.
public final class Sandbox {

  /// What a child may write to its standard error before it is killed.
  private static final long WORDS_FLOOD = 4L << 20;

  private static final long LOOK_MILLIS = 50;

  private final Confinement confinement;
  private final @Nullable Ready ready;
  private final String reason;

  /// All that was found once and for all.
  private record Ready(
      Kernel kernel, Spawn spawn, JavaRuntime runtime, @Nullable UnusedUser users) {}

  private Sandbox(Confinement confinement, @Nullable Ready ready, String reason) {
    this.confinement = confinement;
    this.ready = ready;
    this.reason = reason;
  }

  /// This machine's sandbox; where it cannot confine, each start is refused with the reason.
  public static Sandbox here() {
    return of(Confinement.probe());
  }

  static Sandbox of(Confinement confinement) {
    if (!confinement.holds()) {
      return new Sandbox(confinement, null, confinement.reason());
    }
    try {
      Kernel kernel = Kernel.on(confinement.architecture().orElseThrow());
      UnusedUser users = confinement.root() ? UnusedUser.here() : null;
      return new Sandbox(
          confinement, rehearsed(new Ready(kernel, new Spawn(), JavaRuntime.here(), users)), "");
    } catch (IOException | IllegalStateException e) {
      return new Sandbox(confinement, null, String.valueOf(e.getMessage()));
    }
  }

  public Confinement confinement() {
    return confinement;
  }

  /// Starts one JVM in an empty folder, which it may not write either. `folder` must exist and be
  /// reachable for any user.
  public Start start(Launch launch, Path folder) {
    if (ready == null) {
      return new Unconfined(reason);
    }
    Kernel kernel = ready.kernel();
    List<Pipe> pipes = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        pipes.add(Pipe.open(kernel));
      }
    } catch (Refused e) {
      pipes.forEach(pipe -> pipe.close(kernel));
      return new Unconfined(String.valueOf(e.getMessage()));
    }
    CompletableFuture<Start> started = new CompletableFuture<>();
    Thread birth =
        Thread.ofPlatform()
            .name("child-birth")
            .daemon(true)
            .start(() -> live(ready, launch, folder, pipes, started));
    return switch (awaited(started, birth)) {
      case Unconfined no -> {
        pipes.forEach(pipe -> pipe.close(kernel));
        yield no;
      }
      case ConfinedChild child -> {
        kernel.call(Call.CLOSE, pipes.get(0).readEnd());
        kernel.call(Call.CLOSE, pipes.get(1).writeEnd());
        kernel.call(Call.CLOSE, pipes.get(2).writeEnd());
        InputStream words = Pipe.reading(kernel, pipes.get(2).readEnd(), WORDS_FLOOD);
        // from here, not from the confined thread: a thread inherits its maker's confinement
        Thread.ofPlatform().name("child-words").daemon(true).start(() -> child.listen(words));
        yield child;
      }
    };
  }

  /// A thread that died without a word has started nothing.
  private static Start awaited(CompletableFuture<Start> started, Thread birth) {
    while (!started.isDone() && birth.isAlive()) {
      try {
        return started.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        // looked in vain: look again as long as the thread lives
      } catch (ExecutionException e) {
        return new Unconfined(String.valueOf(e.getMessage()));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return new Unconfined("the wait for a child's start was interrupted");
      }
    }
    return started.getNow(new Unconfined("the thread that starts a child died"));
  }

  /// A confined thread reads no class file any more: all that it uses is loaded before.
  private static Ready rehearsed(Ready ready) throws IOException {
    Kernel kernel = ready.kernel();
    try {
      SeccompFilter.atBirth(kernel.architecture()).rehearse();
      Landlock.rehearse(kernel);
      Pipe pipe = Pipe.open(kernel);
      ConfinedChild.rehearse(kernel, pipe);
      pipe.close(kernel);
      ready.spawn().rehearse();
      throw new Refused("a rehearsal", 0);
    } catch (Refused e) {
      if (!String.valueOf(e.getMessage()).startsWith("a rehearsal")) {
        throw new IOException(e);
      }
    }
    return ready;
  }

  /// The life of the thread that starts a child: as long as the child's.
  private void live(
      Ready ready, Launch launch, Path folder, List<Pipe> pipes, CompletableFuture<Start> started) {
    Kernel kernel = ready.kernel();
    ConfinedChild child;
    try {
      int pid =
          new Birth(kernel, ready.spawn(), confinement)
              .start(
                  command(ready, launch),
                  launch.niceness(),
                  rules(ready, launch, folder),
                  folder,
                  ready.users() == null
                      ? OptionalLong.empty()
                      : OptionalLong.of(ready.users().id()),
                  pipes.get(0).readEnd(),
                  pipes.get(1).writeEnd(),
                  pipes.get(2).writeEnd());
      child =
          new ConfinedChild(
              kernel,
              pid,
              Pipe.writing(kernel, pipes.get(0).writeEnd()),
              Pipe.reading(kernel, pipes.get(1).readEnd(), launch.limits().outputBytes()));
    } catch (Refused | RuntimeException | Error e) {
      started.complete(new Unconfined(String.valueOf(e.getMessage())));
      return;
    }
    started.complete(child);
    child.reap();
  }

  private static List<String> command(Ready ready, Launch launch) {
    List<String> command = new ArrayList<>();
    command.add(ready.runtime().java().toString());
    command.addAll(launch.limits().flags());
    command.addAll(launch.java());
    return command;
  }

  private static List<Rule> rules(Ready ready, Launch launch, Path folder) {
    List<Rule> rules = new ArrayList<>(ready.runtime().rules());
    for (Path path : launch.readable()) {
      rules.add(new Rule(path, Files.isDirectory(path) ? Access.READ : Access.READ_ONE));
    }
    rules.add(new Rule(folder, Access.READ));
    return rules;
  }
}
