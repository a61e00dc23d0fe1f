package sorte.guardian.child;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Two versions to be run beside each other over the same bars, a few bars the one, a few the
/// other, so that whatever else the machine does meets both.
///
/// @param stepsPerBar the meter's budget for one bar
/// @param millis after which it stops where it is
public record PaceTask(
    Version candidate, Version stable, BarColumns bars, long stepsPerBar, long millis) {

  public PaceTask {
    Objects.requireNonNull(candidate);
    Objects.requireNonNull(stable);
    if (stepsPerBar < 1 || millis < 1) {
      throw new IllegalArgumentException(
          "a pace task has steps and time above 0, not %d and %d".formatted(stepsPerBar, millis));
    }
    if (bars.bars() < Pacing.BLOCK) {
      throw new IllegalArgumentException(
          "a pace task has %d bars at least, not %d".formatted(Pacing.BLOCK, bars.bars()));
    }
  }

  /// One version.
  ///
  /// @param classes metered, by binary name
  /// @param className the strategy's
  public record Version(SortedMap<String, byte[]> classes, String className) {
    public Version {
      classes = new TreeMap<>(classes);
      if (!classes.containsKey(className)) {
        throw new IllegalArgumentException(className + " is not among the classes given");
      }
    }
  }
}
