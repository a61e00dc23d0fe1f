package sorte.app.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that the root started, or found alive and kept.
final class Running {
  private final Program program;
  private final ProcessHandle handle;
  private final Optional<OutputStream> stdin;
  private final long startedNanos = System.nanoTime();

  private Running(Program program, ProcessHandle handle, Optional<OutputStream> stdin) {
    this.program = program;
    this.handle = handle;
    this.stdin = stdin;
  }

  /// @param stdin the end of the pipe that tells it by its end that the root is gone
  static Running started(Program program, ProcessHandle process, OutputStream stdin) {
    return new Running(program, process, Optional.of(stdin));
  }

  static Running kept(Program program, ProcessHandle handle) {
    return new Running(program, handle, Optional.empty());
  }

  Program program() {
    return program;
  }

  long pid() {
    return handle.pid();
  }

  boolean isAlive() {
    return handle.isAlive();
  }

  CompletableFuture<ProcessHandle> onExit() {
    return handle.onExit();
  }

  boolean livedFor(long nanos) {
    return System.nanoTime() - startedNanos >= nanos;
  }

  /// Closes its standard input, which asks it to end; after `millis` it is killed.
  void end(long millis) {
    stdin.ifPresent(pipe -> {
      try {
        pipe.close();
      } catch (IOException _) {
        // it ended before it was asked
      }
    });
    if (stdin.isEmpty()) {
      handle.destroy();
    }
    try {
      handle.onExit().get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      handle.destroyForcibly();
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      handle.destroyForcibly();
    }
  }
}
