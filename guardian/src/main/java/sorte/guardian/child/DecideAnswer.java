package sorte.guardian.child;

import java.util.List;
import java.util.Objects;
import sorte.strategy.run.Signals;

/// The decisions of a candidate, one answer a run, in the task's order.
public record DecideAnswer(List<Decisions> runs) {

  public DecideAnswer {
    runs = List.copyOf(runs);
  }

  /// How one run went.
  public sealed interface Decisions {}

  /// Every bar was decided.
  ///
  /// @param firstDecisionBar the first bar that may carry a signal
  /// @param signals one `Signals` mask a bar
  /// @param stopDistance one price distance a bar, NaN where there is none
  /// @param nanos wall time of all bars: informational
  /// @param worstNanos the slowest bar: informational
  /// @param bytes allocated over all bars: informational
  public record Decided(
      int firstDecisionBar,
      Holding holding,
      int[] signals,
      double[] stopDistance,
      long nanos,
      long worstNanos,
      long bytes)
      implements Decisions {
    /// Every signal there is, as a mask.
    public static final int SIGNALS_ALL =
        Signals.ENTER_LONG | Signals.EXIT_LONG | Signals.ENTER_SHORT | Signals.EXIT_SHORT;

    public Decided {
      if (signals.length != stopDistance.length) {
        throw new IllegalArgumentException("one stop distance for each bar's signals");
      }
    }

    public int bars() {
      return signals.length;
    }
  }

  /// The candidate threw, or spent its budget.
  ///
  /// @param bar the bar at hand, or -1 while the instance was made
  /// @param exception the class's name
  /// @param message its message, cut at a bound, or empty
  /// @param line the candidate's topmost line in the stack, or 0
  /// @param spent steps spent in this bar
  public record Faulted(int bar, String exception, String message, int line, long spent)
      implements Decisions {
    public Faulted {
      Objects.requireNonNull(exception);
      Objects.requireNonNull(message);
    }
  }
}
