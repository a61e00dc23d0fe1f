package sorte.trading.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/// What halts a trader without its door: a file, a signal, and the silence of its owner. It looks
/// fifty times a second, in a thread of its own, and wants nothing of any other process.
final class HaltWatch implements AutoCloseable {
  static final long LOOK_MILLIS = 20;

  /// What `kill -USR1` sends to the trader.
  static final String SIGNAL = "USR1";

  static final String BY_FILE = "the file HALT in the home";
  static final String BY_SIGNAL = "the signal " + SIGNAL;

  private final Path file;
  private final Heartbeat heartbeat;
  private final Runnable wake;
  private final AtomicReference<@Nullable String> why = new AtomicReference<>();
  private final Thread looking;
  private boolean seen;

  /// @param file while it is there, the trader is halted
  /// @param wake lets the engine's thread look at once
  HaltWatch(Path file, Heartbeat heartbeat, Runnable wake) {
    this.file = file;
    this.heartbeat = heartbeat;
    this.wake = wake;
    look();
    this.looking = Thread.ofPlatform().name("halt-watch").daemon().start(this::watch);
  }

  /// Listens to the signal from now on; before that it ends the process.
  void listen() {
    Signal.handle(new Signal(SIGNAL), _ -> halt(BY_SIGNAL));
  }

  /// Why to halt, told once; null where there is no reason.
  @Nullable String taken() {
    return why.get() == null ? null : why.getAndSet(null);
  }

  /// Whether the file still stands, which no resumption goes past.
  boolean stands() {
    return Files.exists(file);
  }

  /// The owner gave a sign.
  void alive() throws IOException {
    heartbeat.beat();
  }

  /// How many hours the owner may give no sign, from now on.
  void silenceAtMost(double hours) {
    heartbeat.atMost(hours);
  }

  private void watch() {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    boolean stands = stands();
    if (stands && !seen) {
      halt(BY_FILE);
    }
    seen = stands;
    if (heartbeat.failed()) {
      halt(heartbeat.reason());
    }
  }

  private void halt(String reason) {
    why.set(reason);
    wake.run();
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
