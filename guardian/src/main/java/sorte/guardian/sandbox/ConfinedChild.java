package sorte.guardian.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A confined process with three pipes. Whoever holds it must [#close] it.
public final class ConfinedChild implements Start, AutoCloseable {

  /// What is kept of its standard error, in bytes.
  public static final int WORDS_MOST = 16 * 1024;

  private static final int SIGKILL = 9;
  private static final int P_PID = 1;
  private static final int WEXITED = 4;
  private static final int WNOWAIT = 0x01000000;
  private static final int EINTR = 4;
  private static final int SIGINFO_BYTES = 128;

  private final Kernel kernel;
  private final int pid;
  private final OutputStream stdin;
  private final InputStream stdout;
  private final CompletableFuture<Exit> exit = new CompletableFuture<>();
  private final CompletableFuture<String> words = new CompletableFuture<>();
  private final Object life = new Object();
  private boolean reaped;

  ConfinedChild(Kernel kernel, int pid, OutputStream stdin, InputStream stdout) {
    this.kernel = kernel;
    this.pid = pid;
    this.stdin = stdin;
    this.stdout = stdout;
  }

  public long pid() {
    return pid;
  }

  public OutputStream stdin() {
    return stdin;
  }

  /// Its standard output; a read past the cap throws [Flooded].
  public InputStream stdout() {
    return stdout;
  }

  public boolean alive() {
    return !exit.isDone();
  }

  /// Ends it now. Harmless when it has ended.
  public void kill() {
    synchronized (life) {
      if (!reaped) {
        kernel.call(Call.KILL, pid, SIGKILL);
      }
    }
  }

  /// How it ended, or empty when it still lives after `patience`.
  public Optional<Exit> await(Duration patience) throws InterruptedException {
    try {
      return Optional.of(exit.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// The beginning of what it wrote to its standard error; whole once it has ended.
  public String words(Duration patience) throws InterruptedException {
    try {
      return words.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return "";
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Kills it and lets its pipes go.
  @Override
  public void close() {
    kill();
    exit.join();
    try {
      stdin.close();
      stdout.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Loads what [#reap] needs, over a process that does not exist and so is never signalled.
  static void rehearse(Kernel kernel, Pipe pipe) {
    ConfinedChild nobody =
        new ConfinedChild(
            kernel,
            Integer.MAX_VALUE,
            Pipe.writing(kernel, pipe.writeEnd()),
            Pipe.reading(kernel, pipe.readEnd(), 0));
    nobody.reap();
    reap(kernel, Integer.MAX_VALUE);
  }

  /// Waits for the end of a process that this very thread started, and lets its id go.
  static void reap(Kernel kernel, int pid) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(ValueLayout.JAVA_INT);
      long ended;
      do {
        ended = kernel.call(Call.WAIT4, pid, status.address(), 0, 0);
      } while (ended == -EINTR);
    }
  }

  /// Waits for its end, on the thread that started it and nowhere else.
  void reap() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(SIGINFO_BYTES, 8);
      MemorySegment status = arena.allocate(ValueLayout.JAVA_INT);
      long seen;
      do {
        seen = kernel.call(Call.WAITID, P_PID, pid, info.address(), WEXITED | WNOWAIT, 0);
      } while (seen == -EINTR);
      synchronized (life) {
        // from here on its id may belong to another process
        reaped = true;
        kernel.call(Call.WAIT4, pid, status.address(), 0, 0);
      }
      exit.complete(Exit.ofStatus(status.get(ValueLayout.JAVA_INT, 0)));
    } catch (RuntimeException | Error e) {
      exit.completeExceptionally(e);
    }
  }

  /// Reads its standard error to the end, keeping the beginning.
  void listen(InputStream stderr) {
    byte[] kept = new byte[WORDS_MOST];
    byte[] rest = new byte[8192];
    int n = 0;
    try (stderr) {
      for (int got; (got = n < WORDS_MOST ? stderr.read(kept, n, WORDS_MOST - n) : 0) >= 0; ) {
        n += got;
        if (n == WORDS_MOST && stderr.read(rest) < 0) {
          break;
        }
      }
      words.complete(new String(kept, 0, n, StandardCharsets.UTF_8));
    } catch (IOException _) {
      kill();
      words.complete(new String(kept, 0, n, StandardCharsets.UTF_8));
    }
  }
}
