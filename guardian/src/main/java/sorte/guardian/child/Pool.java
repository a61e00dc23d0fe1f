package sorte.guardian.child;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import sorte.guardian.sandbox.ConfinedChild;
import sorte.guardian.sandbox.Start;
import sorte.guardian.sandbox.Unconfined;

/// The children that wait, and the one thread that starts new ones for those taken.
final class Pool implements AutoCloseable {

  /// How long a new child may take until it says that it is ready.
  static final Duration START_PATIENCE = Duration.ofSeconds(30);

  /// A start that fails is tried again at the next question, and by the filler after this pause.
  private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofSeconds(5);

  private final int warm;
  private final Supplier<Start> start;
  private final Deque<ConfinedChild> waiting = new ArrayDeque<>();
  private int out;
  private boolean closed;

  Pool(int warm, Supplier<Start> start) {
    this.warm = warm;
    this.start = start;
    if (warm > 0) {
      Thread.ofPlatform().name("warm-children").daemon(true).start(this::fill);
    }
  }

  /// What a question gets.
  sealed interface Taken {}

  /// A child that has said that it is ready.
  record Waiting(ConfinedChild child) implements Taken {}

  /// None could be started.
  record Refused(String reason) implements Taken {}

  /// One that waits, or a new one; [#back] once it is done with.
  Taken take() {
    synchronized (waiting) {
      out++;
      while (!waiting.isEmpty()) {
        ConfinedChild child = waiting.poll();
        if (child.alive()) {
          return new Waiting(child);
        }
        child.close();
      }
    }
    return startOne();
  }

  /// One that was taken is dead, or none could be had.
  void back() {
    synchronized (waiting) {
      out--;
      waiting.notifyAll();
    }
  }

  private Taken startOne() {
    return begin(start.get());
  }

  /// Waits for the first word of a child that was started, if one was.
  static Taken begin(Start started) {
    return switch (started) {
      case Unconfined(String reason) -> new Refused(reason);
      case ConfinedChild child -> ready(child);
    };
  }

  /// Waits for its first frame; a child that does not say it was not confined, and is not used.
  private static Taken ready(ConfinedChild child) {
    Deadline deadline = Deadline.on(child, START_PATIENCE);
    try {
      if (Frames.read(child.stdout()).kind() == Frames.READY) {
        return new Waiting(child);
      }
      child.close();
      return new Refused("a child began with something else than its first word");
    } catch (IOException _) {
      child.close();
      return new Refused("a child did not start: " + lastWords(child));
    } finally {
      deadline.lift();
    }
  }

  private static String lastWords(ConfinedChild child) {
    try {
      String exit = child.await(Duration.ofSeconds(1)).map(Object::toString).orElse("");
      return Words.cut(exit + " " + child.words(Duration.ofSeconds(1)), 1000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private void fill() {
    try {
      while (true) {
        synchronized (waiting) {
          // one that starts takes the processor from those at work
          while (!closed && (waiting.size() >= warm || out > 0)) {
            waiting.wait();
          }
          if (closed) {
            return;
          }
        }
        switch (startOne()) {
          case Waiting(ConfinedChild child) -> keep(child);
          case Refused _ -> Thread.sleep(PAUSE_AFTER_REFUSAL);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(ConfinedChild child) {
    synchronized (waiting) {
      if (!closed) {
        waiting.add(child);
        return;
      }
    }
    child.close();
  }

  /// How many wait now.
  int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  @Override
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.notifyAll();
      while (!waiting.isEmpty()) {
        waiting.poll().close();
      }
    }
  }
}
