package sorte.guardian.child;

import java.util.ArrayList;
import java.util.List;
import sorte.guardian.child.NoticeAnswer.Seen;

/// Runs tests over one variant after another, each in loaders of its own.
final class Noticing {

  /// What the tests of one variant may take at least, in milliseconds.
  static final long PATIENCE_MILLIS = 5_000;

  /// How much longer than over the original they may take.
  static final long PATIENCE_TIMES = 20;

  private static final long STACK = 1L << 20;
  private static final long NANOS_A_MILLI = 1_000_000;

  private Noticing() {}

  static NoticeAnswer run(NoticeTask task) throws ClassNotFoundException {
    long start = System.nanoTime();
    boolean green = Testing.run(task.over(-1)).green();
    long took = (System.nanoTime() - start) / NANOS_A_MILLI;
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; green && i < task.variants().size(); i++) {
      seen.add(one(task.over(i), Math.max(PATIENCE_MILLIS, PATIENCE_TIMES * took)));
      if (seen.getLast() == Seen.HUNG) {
        break;
      }
    }
    return new NoticeAnswer(green, seen);
  }

  private static Seen one(TestTask task, long millis) {
    Seen[] seen = {Seen.NOTICED}; // as it is where its thread dies of the variant
    Thread thread =
        new Thread(null, () -> seen[0] = noticed(task) ? Seen.NOTICED : Seen.UNNOTICED, "v", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return thread.isAlive() ? Seen.HUNG : seen[0];
  }

  /// A variant that cannot even be loaded is noticed by whoever tests it.
  private static boolean noticed(TestTask task) {
    try {
      return !Testing.run(task).green();
    } catch (ClassNotFoundException | LinkageError | StackOverflowError _) {
      return true;
    }
  }
}
