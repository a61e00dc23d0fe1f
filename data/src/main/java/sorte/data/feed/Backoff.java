package sorte.data.feed;

import java.time.Duration;
import java.util.SplittableRandom;

/// How long to wait before the next try: twice as long after each failure in a row, up to a bound,
/// of which a random part is left out so that many who lost the same exchange do not come back at
/// once.
final class Backoff {
  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private final SplittableRandom random;
  private int failures;

  /// @param seed of what is left out
  Backoff(Duration first, Duration longest, long seed) {
    this.first = first;
    this.longest = longest;
    this.random = new SplittableRandom(seed);
  }

  /// One more failure: the wait before the next try, between half and the whole of its length.
  Duration failed() {
    long whole =
        Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, MOST_DOUBLINGS));
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }

  /// It went well: the next failure counts as the first.
  void well() {
    failures = 0;
  }
}
