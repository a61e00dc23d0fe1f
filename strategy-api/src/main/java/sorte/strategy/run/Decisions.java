package sorte.strategy.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sorte.strategy.Terms;

/// What a strategy decided on the bars of a [Trial].
///
/// As text it is one character a bar: `-` before the first decision bar, `.` nothing, `E` enter
/// long, `x` exit long, `S` enter short, `c` exit (cover) short, `*` several of them.
public final class Decisions {
  private final int firstDecisionBar;
  private final Terms terms;
  private final int[] signals;
  private final double[] stops;

  Decisions(int firstDecisionBar, Terms terms, int[] signals, double[] stops) {
    this.firstDecisionBar = firstDecisionBar;
    this.terms = terms;
    this.signals = signals;
    this.stops = stops;
  }

  /// The first bar at which rules are asked.
  public int firstDecisionBar() {
    return firstDecisionBar;
  }

  /// How the trades are held.
  public Terms terms() {
    return terms;
  }

  /// How many bars there were.
  public int bars() {
    return signals.length;
  }

  /// The mask of [Signals] at a bar.
  public int at(int bar) {
    return signals[bar];
  }

  /// The distance of the stop as of a bar, where it hangs on a line; else NaN.
  public double stopDistance(int bar) {
    return stops[bar];
  }

  /// The bars at which `enterLong` was true.
  public List<Integer> entersLong() {
    return where(Signals.ENTER_LONG);
  }

  /// The bars at which `exitLong` was true.
  public List<Integer> exitsLong() {
    return where(Signals.EXIT_LONG);
  }

  /// The bars at which `enterShort` was true.
  public List<Integer> entersShort() {
    return where(Signals.ENTER_SHORT);
  }

  /// The bars at which `exitShort` was true.
  public List<Integer> exitsShort() {
    return where(Signals.EXIT_SHORT);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int bar = 0; bar < signals.length; bar++) {
      text.append(bar < firstDecisionBar ? '-' : letter(signals[bar]));
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decisions decisions
        && firstDecisionBar == decisions.firstDecisionBar
        && Arrays.equals(signals, decisions.signals)
        && Arrays.equals(stops, decisions.stops);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signals);
  }

  private List<Integer> where(int signal) {
    List<Integer> bars = new ArrayList<>();
    for (int bar = 0; bar < signals.length; bar++) {
      if (Signals.has(signals[bar], signal)) {
        bars.add(bar);
      }
    }
    return List.copyOf(bars);
  }

  private static char letter(int mask) {
    return switch (mask) {
      case Signals.NONE -> '.';
      case Signals.ENTER_LONG -> 'E';
      case Signals.EXIT_LONG -> 'x';
      case Signals.ENTER_SHORT -> 'S';
      case Signals.EXIT_SHORT -> 'c';
      default -> '*';
    };
  }
}
