package sorte.guardian.child;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sorte.guardian.child.ChildOutcome.Answered;
import sorte.guardian.child.ChildOutcome.End;
import sorte.guardian.child.ChildOutcome.Ended;
import sorte.guardian.child.Frames.Frame;
import sorte.guardian.child.Frames.Garbled;
import sorte.guardian.sandbox.ConfinedChild;
import sorte.guardian.sandbox.Exit;
import sorte.guardian.sandbox.Flooded;

/// One question to one child. Whoever is asked with [#hold] is dead when it is over.
final class Conversation {

  private static final Duration END_PATIENCE = Duration.ofSeconds(5);
  private static final int DETAIL_MOST = 500;
  private static final int SIGKILL = 9;
  private static final int SIGXCPU = 24;

  /// What the JVM says on its standard error when memory is over.
  private static final List<String> OUT_OF_MEMORY =
      List.of("OutOfMemoryError", "insufficient memory", "Out of Memory", "out of memory");

  private final ConfinedChild child;
  private final Duration time;

  Conversation(ConfinedChild child, Duration time) {
    this.child = child;
    this.time = time;
  }

  <T> ChildOutcome<T> hold(byte kind, byte[] request, WarmChildren.Answer<T> answer) {
    try {
      return exchange(kind, request, answer);
    } finally {
      child.close();
    }
  }

  /// The same, and the child lives on unless its time was over.
  <T> ChildOutcome<T> exchange(byte kind, byte[] request, WarmChildren.Answer<T> answer) {
    long start = System.nanoTime();
    Deadline deadline = Deadline.on(child, time);
    Thread.ofPlatform().name("child-request").daemon(true).start(() -> send(request));
    try {
      Frame frame = Frames.read(child.stdout());
      if (frame.kind() == Frames.BROKEN) {
        return new Ended<>(End.DIED, Frames.text(frame.open(), Frames.BODY_MOST));
      }
      if (frame.kind() != kind) {
        throw new Garbled("an answer of kind " + frame.kind());
      }
      T said = answer.read(frame.open());
      return new Answered<>(said, System.nanoTime() - start);
    } catch (Flooded e) {
      return new Ended<>(End.FLOOD, String.valueOf(e.getMessage()));
    } catch (Garbled | IllegalArgumentException e) {
      return new Ended<>(End.GARBLED, Words.cut(e.getMessage(), DETAIL_MOST));
    } catch (IOException _) {
      return ended(deadline);
    } finally {
      deadline.lift();
    }
  }

  private void send(byte[] request) {
    try {
      child.stdin().write(request);
    } catch (IOException _) {
      // it died, or was killed, before it had read all: whoever reads its answer says why
    }
  }

  private <T> ChildOutcome<T> ended(Deadline deadline) {
    try {
      Optional<Exit> exit = child.await(END_PATIENCE);
      if (deadline.struck()) {
        return new Ended<>(End.DEADLINE, "it was not done after " + time);
      }
      if (exit.isEmpty()) {
        return new Ended<>(End.GARBLED, "it closed its output and went on");
      }
      String words = Words.cut(child.words(END_PATIENCE), DETAIL_MOST);
      String detail = exit.get() + (words.isBlank() ? "" : ": " + words.strip());
      return new Ended<>(why(exit.get(), words), detail);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Ended<>(End.DIED, "the wait for it was interrupted");
    }
  }

  private static End why(Exit exit, String words) {
    if (OUT_OF_MEMORY.stream().anyMatch(words::contains)) {
      return End.MEMORY;
    }
    // nobody but the kernel's limit kills a child whose deadline has not struck
    return exit.signal() == SIGKILL || exit.signal() == SIGXCPU ? End.PROCESSOR : End.DIED;
  }
}
