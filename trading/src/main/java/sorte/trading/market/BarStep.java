package sorte.trading.market;

import java.util.Arrays;
import sorte.strategy.run.BarLength;

/// The usual time from one bar to the next, found when it is first asked for: the most common one,
/// of equally common ones the shortest. Gaps are left out of it so.
final class BarStep implements BarLength {
  private static final long UNASKED = -1;

  private final long[] times;
  private volatile long millis;

  /// @param times ascending
  BarStep(long[] times) {
    this.times = times;
    this.millis = UNASKED;
  }

  /// One that is known.
  BarStep(long millis) {
    this.times = new long[0];
    this.millis = millis;
  }

  @Override
  public long millis() {
    if (millis == UNASKED) {
      millis = usual();
    }
    return millis;
  }

  private long usual() {
    if (times.length < 2) {
      return 0;
    }
    long[] steps = new long[times.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times[i + 1] - times[i];
    }
    Arrays.sort(steps);
    long usual = 0;
    int most = 0;
    for (int i = 0; i < steps.length; ) {
      int to = i;
      while (to < steps.length && steps[to] == steps[i]) {
        to++;
      }
      if (to - i > most) {
        most = to - i;
        usual = steps[i];
      }
      i = to;
    }
    return usual;
  }
}
