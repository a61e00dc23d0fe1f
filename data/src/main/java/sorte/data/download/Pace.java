package sorte.data.download;

import java.time.Duration;

/// Waits. Tests give one that does not.
public interface Pace {
  void rest(Duration time) throws InterruptedException;

  /// Real time.
  static Pace real() {
    return Thread::sleep;
  }
}
