package sorte.guardian.child;

import sorte.trading.market.SplitMix;

/// The measurement of two versions in this JVM, by a clock of a machine that stalls now and then:
/// what is read of it says nothing of the versions, and is the same each time.
public final class PacingHere {

  private PacingHere() {}

  /// @param nanos of each block
  /// @param stall nanoseconds on top, in one block of `rare` on average
  public static ChildOutcome<PaceAnswer> stalling(
      PaceTask task, long seed, long nanos, long stall, int rare) {
    SplitMix random = new SplitMix(seed);
    long[] now = {0};
    boolean[] running = {false};
    Pacing pacing =
        new Pacing(
            task,
            () -> {
              running[0] = !running[0];
              now[0] += running[0] ? 0 : nanos + (random.below(rare) == 0 ? stall : 0);
              return now[0];
            },
            () -> 0);
    return new ChildOutcome.Answered<>(pacing.run(), 0);
  }
}
