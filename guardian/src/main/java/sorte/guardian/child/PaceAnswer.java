package sorte.guardian.child;

import java.util.Objects;

/// What decisions of two versions took.
public sealed interface PaceAnswer {

  /// @param decisions of each version in each block
  /// @param candidate nanoseconds of processor that each block took it; as many as `stable`, the
  ///   same bars at the same place
  record Measured(int decisions, Spent candidate, Spent stable) implements PaceAnswer {
    public Measured {
      if (decisions < 1 || candidate.nanos().length != stable.nanos().length) {
        throw new IllegalArgumentException("blocks come in pairs of one decision or more");
      }
    }

    public int pairs() {
      return candidate.nanos().length;
    }
  }

  /// What one version used over all blocks.
  ///
  /// @param nanos of each block
  /// @param bytes allocated over all of them
  /// @param steps that the meter counted over all of them
  record Spent(long[] nanos, long bytes, long steps) {
    public Spent {
      Objects.requireNonNull(nanos);
      if (bytes < 0 || steps < 0) {
        throw new IllegalArgumentException("nothing is used less than not at all");
      }
    }
  }

  /// One version did not decide on all bars.
  ///
  /// @param bar the bar at hand, or -1 while the instance was made
  record Faulted(boolean candidate, int bar, String exception) implements PaceAnswer {
    public Faulted {
      Objects.requireNonNull(exception);
    }
  }
}
