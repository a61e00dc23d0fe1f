package sorte.app.launch;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that the root started, or found alive and kept.
final class Running {
  private final Program program;
  private final ProcessHandle handle;
  private final Optional<Process> own;
  private final long startedNanos = System.nanoTime();

  private Running(Program program, ProcessHandle handle, Optional<Process> own) {
    this.program = program;
    this.handle = handle;
    this.own = own;
  }

  static Running started(Program program, Process process) {
    return new Running(program, process.toHandle(), Optional.of(process));
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
    own.ifPresent(process -> {
      try {
        process.getOutputStream().close();
      } catch (IOException _) {
        // it ended before it was asked
      }
    });
    if (own.isEmpty()) {
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
