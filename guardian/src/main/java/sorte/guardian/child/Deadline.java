package sorte.guardian.child;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sorte.guardian.sandbox.ConfinedChild;

/// Kills a child when its time is over.
final class Deadline {

  private final CountDownLatch lifted = new CountDownLatch(1);
  private volatile boolean struck;

  private Deadline() {}

  static Deadline on(ConfinedChild child, Duration time) {
    Deadline deadline = new Deadline();
    Thread.ofPlatform()
        .name("child-deadline")
        .daemon(true)
        .start(() -> {
          try {
            if (!deadline.lifted.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
              deadline.struck = true;
            }
          } catch (InterruptedException _) {
            deadline.struck = true;
          }
          if (deadline.struck) {
            child.kill();
          }
        });
    return deadline;
  }

  /// Whether it killed the child.
  boolean struck() {
    return struck;
  }

  void lift() {
    lifted.countDown();
  }
}
