package sorte.trading.engine;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.DoorError;
import sorte.trading.journal.Event;

/// Work for the engine's thread, handed over by others: the engine itself knows no other thread.
final class EngineQueue {

  /// How many requests may wait for the engine.
  static final int WAITING_AT_MOST = 256;

  /// How long a request waits for the engine, in seconds.
  static final int PATIENCE_SECONDS = 30;

  /// What is to be done on the engine's thread.
  interface Work {
    Object on(Engine engine) throws IOException;
  }

  /// Work, and where its answer goes.
  record Task(Work work, CompletableFuture<Object> answer) {}

  private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private volatile boolean closed;

  /// Has this done on the engine's thread, and gives its answer.
  Object ask(Work work) throws Exception {
    Task task = new Task(work, new CompletableFuture<>());
    if (closed || !tasks.offer(task)) {
      throw DoorError.unavailable("busy", "the trader is stopping or busy", "try again");
    }
    try {
      return task.answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DoorError d ? d : new IOException(e.getCause());
    } catch (TimeoutException _) {
      throw DoorError.unavailable(
          "busy", "the trader did not answer in time", "ask again with the same commandId");
    }
  }

  /// Lets the engine know of something that it did not ask for, without waiting for it.
  void tell(Event.Input event) {
    Work work =
        engine -> {
          engine.reached(event);
          return "";
        };
    try {
      if (!tasks.offer(
          new Task(work, new CompletableFuture<>()), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the engine does not take work");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Wakes the engine where it waits; a full queue wakes it, too.
  void wake() {
    boolean _ = tasks.offer(new Task(_ -> "", new CompletableFuture<>()));
  }

  /// The work that waits longest; null where none comes within `nanos`.
  @Nullable Task next(long nanos) throws InterruptedException {
    return nanos == 0 ? tasks.poll() : tasks.poll(nanos, TimeUnit.NANOSECONDS);
  }

  /// Nothing further is taken.
  void close() {
    closed = true;
  }
}
