package sorte.guardian.child;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sorte.guardian.child.ChildOutcome.Answered;
import sorte.guardian.child.ChildOutcome.End;
import sorte.guardian.child.ChildOutcome.Ended;

/// The analysers in one confined process, kept warm, asked one at a time. Whatever goes wrong ends
/// that process, and the next one is started at once; what was asked then has no answer. Safe for
/// several threads.
public final class WarmAnalyser implements AutoCloseable {

  /// What a question waits at most: for those before it, for a process that is still cold, and for
  /// its own answer.
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /// A system that starts is left the processor for so long.
  static final Duration AFTER_THE_START = Duration.ofSeconds(4);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("analyser-", 0).factory());
  private final AnalyserLife life;

  private WarmAnalyser(AnalyserLife life) {
    this.life = life;
  }

  /// Starts nothing yet.
  ///
  /// @param cache as for [WarmChildren#open]
  public static WarmAnalyser open(Path cache) {
    return open(cache, AnalyserFiles.built());
  }

  /// @param build where the build put the analysers
  static WarmAnalyser open(Path cache, Path build) {
    return new WarmAnalyser(new AnalyserLife(cache, build));
  }

  /// Begins to start the process when the rest of the system has had its time to start, or when it
  /// is asked; waits for nothing.
  public void wakeLater() {
    try {
      thread.schedule(life::wake, AFTER_THE_START.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // closed: nobody will ask
    }
  }

  /// Begins to start the process where there is none; waits for nothing.
  public void wake() {
    try {
      thread.execute(life::wake);
    } catch (RejectedExecutionException _) {
      // closed: nobody will ask
    }
  }

  /// Asks the analysers; [ChildOutcome.Ended] where they did not answer.
  public ChildOutcome<AnalyseAnswer> analyse(AnalyseTask task) {
    Future<ChildOutcome<AnalyseAnswer>> asked;
    try {
      asked = thread.submit(() -> life.ask(task));
    } catch (RejectedExecutionException _) {
      return new Ended<>(End.DIED, "the analysers are closed");
    }
    try {
      ChildOutcome<AnalyseAnswer> outcome = asked.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
      if (!(outcome instanceof Answered<AnalyseAnswer>)) {
        wake();
      }
      return outcome;
    } catch (TimeoutException _) {
      asked.cancel(false);
      return new Ended<>(End.DEADLINE, "it was not done after " + PATIENCE);
    } catch (ExecutionException e) {
      return new Ended<>(End.DIED, String.valueOf(e.getCause()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Ended<>(End.DIED, "the wait for it was interrupted");
    }
  }

  /// The process, while there is one; 0 where there is none.
  long pid() {
    return life.pid();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    life.close();
  }
}
